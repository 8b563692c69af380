using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>A public thank-you, as everybody could read it.</summary>
public sealed record ThankYou
{
    /// <summary>The act in the ledger.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Who said it.</summary>
    public required Person From { get; init; }

    /// <summary>To whom.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>To which departments as a team.</summary>
    public required ImmutableArray<Department> Departments { get; init; }

    /// <summary>What for.</summary>
    public required string Note { get; init; }

    /// <summary>How many said "me too".</summary>
    public required int Seconds { get; init; }
}
