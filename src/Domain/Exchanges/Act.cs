using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Exchanges;

/// <summary>One act with everybody in it by name: what messages are written from.</summary>
public sealed record Act
{
    /// <summary>Shared by its ledger entries.</summary>
    public required Guid Id { get; init; }

    /// <summary>Thanks, kudos or help.</summary>
    public required ExchangeKind Kind { get; init; }

    /// <summary>Who gave it.</summary>
    public required Person Giver { get; init; }

    /// <summary>The people named, giver left out.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>The departments named.</summary>
    public required ImmutableArray<Department> Departments { get; init; }

    /// <summary>Active members of those departments who were not named themselves, giver left out.</summary>
    public required ImmutableArray<Person> Members { get; init; }

    /// <summary>What it was for; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Company values, lower case, without the sign.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Who may read it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Web address of the message that it was given for, if there is one.</summary>
    public string? Link { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>True once a correction takes it back.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Each of a department's or several departments' members once, without the giver and those who were named.</summary>
    public static ImmutableArray<Person> MembersAmong(IEnumerable<Person> ofDepartments, Guid giverId, IReadOnlyCollection<Guid> named) =>
        [.. ofDepartments.DistinctBy(member => member.Id).Where(member => member.Id != giverId && !named.Contains(member.Id))];

    /// <summary>True for somebody who was named or belongs to a department that was.</summary>
    public bool WasReceivedBy(Guid personId) => People.Concat(Members).Any(person => person.Id == personId);
}

/// <summary>Where an act stands among others in time; the next page of a list goes on from there.</summary>
/// <param name="OccurredAt">When it happened (UTC).</param>
/// <param name="ActId">Which act; tells those of one moment apart.</param>
public sealed record ActPosition(DateTimeOffset OccurredAt, Guid ActId);
