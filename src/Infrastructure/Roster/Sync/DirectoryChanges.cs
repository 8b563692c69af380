namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>What reading a platform's directory changed: how many people are new, different, or have left.</summary>
public sealed record DirectoryChanges(int Read, int Added, int Changed, int Left)
{
    public static readonly DirectoryChanges None = new(0, 0, 0, 0);

    public static DirectoryChanges operator +(DirectoryChanges one, DirectoryChanges other) =>
        new(one.Read + other.Read, one.Added + other.Added, one.Changed + other.Changed, one.Left + other.Left);
}
