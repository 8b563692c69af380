namespace RelateBot.Infrastructure.Persistence;

/// <summary>Section <c>Retention</c>: how long something is kept that nobody needs any more.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>For how long the data of an organisation stays after its last workspace removed the app.</summary>
    public TimeSpan AfterUninstall { get; set; } = TimeSpan.FromDays(90);
}
