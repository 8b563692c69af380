using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Ties;

/// <summary>What one person is shown about themselves and those around them.</summary>
public sealed record TiesView
{
    /// <summary>This week's Monday.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The closest ties, the strongest first.</summary>
    public required ImmutableArray<NamedTie> Strongest { get; init; }

    /// <summary>Ties that were strong and have been silent for longer than usual.</summary>
    public required ImmutableArray<NamedTie> Quietening { get; init; }

    /// <summary>Whom they thanked lately, the last one first.</summary>
    public required ImmutableArray<Person> Thanked { get; init; }

    /// <summary>Who thanked them lately, the last one first.</summary>
    public required ImmutableArray<Person> ThankedBy { get; init; }

    /// <summary>Other departments with whose people they give and take.</summary>
    public required ImmutableArray<Department> Bridged { get; init; }

    /// <summary>Help that they received and have not thanked for, the newest first.</summary>
    public required ImmutableArray<OpenHelp> Open { get; init; }

    /// <summary>A tie and who is at its other end.</summary>
    /// <param name="Other">The other one.</param>
    /// <param name="Tie">The tie.</param>
    /// <param name="Sides">Both ways, from the reader and back.</param>
    public sealed record NamedTie(Person Other, Tie Tie, TieSides Sides);

    /// <summary>Help without thanks.</summary>
    /// <param name="Help">The entry.</param>
    /// <param name="Helper">Who helped.</param>
    /// <param name="Day">When, as the reader's calendar has it.</param>
    public sealed record OpenHelp(Exchange Help, Person Helper, string Day);
}
