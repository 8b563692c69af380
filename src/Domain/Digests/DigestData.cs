using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>The data that a digest is built from. Small departments are still included.</summary>
public sealed record DigestData
{
    /// <summary>The organisation that the digest is about.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>The days that the digest covers, in the organisation's time zone.</summary>
    public required Period Period { get; init; }

    /// <summary>The department that the digest is about; null for the whole organisation.</summary>
    public required Department? Department { get; init; }

    /// <summary>Every department, by name.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>The number of active people in each department.</summary>
    public required IReadOnlyDictionary<Guid, int> Sizes { get; init; }

    /// <summary>Helps, thanks and kudos between departments in the period.</summary>
    public required IReadOnlyList<FlowSum> Flows { get; init; }

    /// <summary>The flows of the period before.</summary>
    public required IReadOnlyList<FlowSum> FlowsBefore { get; init; }

    /// <summary>The flows of the three periods before.</summary>
    public required IReadOnlyList<FlowSum> FlowsEarlier { get; init; }

    /// <summary>The asks between departments in the period.</summary>
    public required IReadOnlyList<DigestAsk> Asks { get; init; }

    /// <summary>The asks of the period before.</summary>
    public required IReadOnlyList<DigestAsk> AsksBefore { get; init; }

    /// <summary>Public asks that no one took, oldest first.</summary>
    public required IReadOnlyList<Help.Ask> Unanswered { get; init; }

    /// <summary>People who agreed to be named and are rarely thanked.</summary>
    public required IReadOnlyList<Person> UnsungPeople { get; init; }

    /// <summary>The public thanks that the digest quotes.</summary>
    public required IReadOnlyList<ThankYou> ThankYous { get; init; }
}

/// <summary>An ask between two departments, without its text.</summary>
/// <param name="FromId">The asker's department on that day.</param>
/// <param name="ToId">The department that was asked, or the department of the person who was asked.</param>
/// <param name="AskerId">The person who asked.</param>
/// <param name="AskedAt">When it was asked (UTC).</param>
/// <param name="TakenAt">When someone first took it (UTC); null if no one did.</param>
/// <param name="SolvedAt">When it was solved (UTC); null if it wasn't.</param>
public sealed record DigestAsk(
    Guid FromId,
    Guid ToId,
    Guid AskerId,
    DateTimeOffset AskedAt,
    DateTimeOffset? TakenAt,
    DateTimeOffset? SolvedAt);

/// <summary>The exchanges from one department, or the combined small ones, to another.</summary>
/// <param name="From">The name of the department that helped, thanked, praised or asked.</param>
/// <param name="To">The name of the department that was helped, thanked, praised or asked.</param>
/// <param name="Sum">The figures; null when the group is below the minimum size.</param>
public sealed record DigestFlow(string From, string To, FlowSum? Sum);
