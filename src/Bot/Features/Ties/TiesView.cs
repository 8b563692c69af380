using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Ties;

/// <summary>A person's ties, as they see them.</summary>
public sealed record TiesView
{
    /// <summary>The Monday of the current week.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The closest ties, strongest first.</summary>
    public required ImmutableArray<NamedTie> Strongest { get; init; }

    /// <summary>Ties that were strong and have been silent for longer than usual.</summary>
    public required ImmutableArray<NamedTie> Quietening { get; init; }

    /// <summary>The people whom they thanked recently, most recent first.</summary>
    public required ImmutableArray<Person> Thanked { get; init; }

    /// <summary>The people who thanked them recently, most recent first.</summary>
    public required ImmutableArray<Person> ThankedBy { get; init; }

    /// <summary>Other departments with whose people they exchange help.</summary>
    public required ImmutableArray<Department> Bridged { get; init; }

    /// <summary>Help that they received and haven't thanked for, newest first.</summary>
    public required ImmutableArray<OpenHelp> Open { get; init; }

    /// <summary>A tie and the person at its other end.</summary>
    /// <param name="Other">The other person.</param>
    /// <param name="Tie">The tie.</param>
    /// <param name="Sides">How much each of the two gives, seen from the reader.</param>
    public sealed record NamedTie(Person Other, Tie Tie, TieSides Sides);

    /// <summary>Help that hasn't been thanked for.</summary>
    /// <param name="Help">The ledger entry.</param>
    /// <param name="Helper">The person who helped.</param>
    /// <param name="Day">The day, in the reader's time zone.</param>
    public sealed record OpenHelp(Exchange Help, Person Helper, string Day);
}
