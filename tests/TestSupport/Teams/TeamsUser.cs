namespace RelateBot.TestSupport.Teams;

/// <summary>A person in the tenant.</summary>
public sealed record TeamsUser
{
    public required string AadObjectId { get; init; }

    /// <summary>The person's Teams id for this bot.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public string UserRole { get; init; } = "user";

    /// <summary>The working hours in their mailbox. Null without a mailbox.</summary>
    public TeamsWorkingHours? WorkingHours { get; init; }

    /// <summary>True: the bot can't read their mailbox, although it may read others.</summary>
    public bool HasClosedMailbox { get; init; }

    /// <summary>True when they blocked the bot.</summary>
    public bool HasBlockedBot { get; init; }
}
