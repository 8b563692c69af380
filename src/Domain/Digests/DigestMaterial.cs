using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>All that a digest is made of, with everybody's figures in it.</summary>
public sealed record DigestMaterial
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
