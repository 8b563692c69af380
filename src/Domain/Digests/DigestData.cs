using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>All that a digest is made of, with everybody's figures in it.</summary>
public sealed record DigestData
{
    /// <summary>Whose it is.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Of which days.</summary>
    public required Period Period { get; init; }

    /// <summary>Of which department; null for all.</summary>
    public required Department? Department { get; init; }

    /// <summary>Every department, by name.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>How many people belong to each.</summary>
    public required IReadOnlyDictionary<Guid, int> Sizes { get; init; }

    /// <summary>What went between departments in the period, without asks.</summary>
    public required IReadOnlyList<FlowSum> Flows { get; init; }

    /// <summary>The same of the period before.</summary>
    public required IReadOnlyList<FlowSum> FlowsBefore { get; init; }

    /// <summary>The same of three periods before.</summary>
    public required IReadOnlyList<FlowSum> FlowsEarlier { get; init; }

    /// <summary>The asks of the period.</summary>
    public required IReadOnlyList<DigestAsk> Asks { get; init; }

    /// <summary>Those of the period before.</summary>
    public required IReadOnlyList<DigestAsk> AsksBefore { get; init; }

    /// <summary>Public asks that nobody took, oldest first.</summary>
    public required IReadOnlyList<Help.Ask> Unanswered { get; init; }

    /// <summary>People who agreed to be named.</summary>
    public required IReadOnlyList<Person> UnsungPeople { get; init; }

    /// <summary>Chosen public thanks.</summary>
    public required IReadOnlyList<ThankYou> ThankYous { get; init; }
}

/// <summary>What a digest needs of an ask between two departments: no word of it.</summary>
/// <param name="FromId">The asker's department on that day.</param>
/// <param name="ToId">The department that was asked, or the one of the person who was.</param>
/// <param name="AskerId">Who asked.</param>
/// <param name="AskedAt">When it was asked (UTC).</param>
/// <param name="TakenAt">When somebody took it first.</param>
/// <param name="SolvedAt">When it was solved.</param>
public sealed record DigestAsk(
    Guid FromId,
    Guid ToId,
    Guid AskerId,
    DateTimeOffset AskedAt,
    DateTimeOffset? TakenAt,
    DateTimeOffset? SolvedAt);

/// <summary>What went from one department, or the small ones together, to another.</summary>
/// <param name="From">The name of who helped, thanked, praised or asked.</param>
/// <param name="To">The name of who was helped, thanked, praised or asked.</param>
/// <param name="Sum">The figures; null where fewer people than the minimum stand behind them: "few".</param>
public sealed record DigestFlow(string From, string To, FlowSum? Sum);
