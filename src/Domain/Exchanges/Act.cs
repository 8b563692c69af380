using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Exchanges;

/// <summary>An act with its people and departments loaded, for rendering messages.</summary>
public sealed record Act
{
    /// <summary>The id that all its ledger entries share.</summary>
    public required Guid Id { get; init; }

    /// <summary>Thanks, kudos or help.</summary>
    public required ExchangeKind Kind { get; init; }

    /// <summary>The person who thanked, praised or helped.</summary>
    public required Person Giver { get; init; }

    /// <summary>The people named, without the giver.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>The departments named.</summary>
    public required ImmutableArray<Department> Departments { get; init; }

    /// <summary>Active members of those departments, without the giver and the people named.</summary>
    public required ImmutableArray<Person> Members { get; init; }

    /// <summary>What it was for, in the giver's words; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Company values, lower case, without the <c>#</c>.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Who may read it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Web address of the message that it was given for; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>True when a correction reverses it.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Returns each member of the departments once, without the giver and the people who were named.</summary>
    public static ImmutableArray<Person> MembersAmong(IEnumerable<Person> ofDepartments, Guid giverId, IReadOnlyCollection<Guid> named) =>
        [.. ofDepartments.DistinctBy(member => member.Id).Where(member => member.Id != giverId && !named.Contains(member.Id))];

    /// <summary>True for a person who was named or belongs to a department that was.</summary>
    public bool WasReceivedBy(Guid personId) => People.Concat(Members).Any(person => person.Id == personId);
}

/// <summary>An act's position in a list sorted by time. The next page starts after it.</summary>
/// <param name="OccurredAt">When it happened (UTC).</param>
/// <param name="ActId">The act's id, which orders acts of the same moment.</param>
public sealed record ActPosition(DateTimeOffset OccurredAt, Guid ActId);
