namespace RelateBot.TestSupport.Teams;

/// <summary>Somebody in the tenant.</summary>
public sealed record TeamsUser
{
    public required string AadObjectId { get; init; }

    /// <summary>Teams' name of them for this bot.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public string UserRole { get; init; } = "user";

    /// <summary>As their mailbox has them; null without a mailbox.</summary>
    public TeamsWorkingHours? WorkingHours { get; init; }

    /// <summary>True: the bot is kept out of their mailbox, although it may read others.</summary>
    public bool HasClosedMailbox { get; init; }

    /// <summary>True when they want nothing from the bot.</summary>
    public bool HasBlockedBot { get; init; }
}
