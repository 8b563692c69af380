namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>The result of reading a platform's directory: how many people were read, added, changed or have left.</summary>
public sealed record DirectoryChanges(int Read, int Added, int Changed, int Left)
{
    public static readonly DirectoryChanges None = new(0, 0, 0, 0);

    public static DirectoryChanges operator +(DirectoryChanges one, DirectoryChanges other) =>
        new(one.Read + other.Read, one.Added + other.Added, one.Changed + other.Changed, one.Left + other.Left);
}
