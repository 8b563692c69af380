using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>An introduction with everybody in it by name.</summary>
public sealed record IntroductionDetails
{
    /// <summary>The introduction.</summary>
    public required Introduction Introduction { get; init; }

    /// <summary>Who would like to meet somebody.</summary>
    public required Person Asker { get; init; }

    /// <summary>Whom.</summary>
    public required Person Target { get; init; }

    /// <summary>Who is in between, from the asker's side on.</summary>
    public required ImmutableArray<Person> Connectors { get; init; }

    /// <summary>All of them.</summary>
    public ImmutableArray<Person> Everybody => [Asker, .. Connectors, Target];

    /// <summary>Who has just not answered in time; null otherwise.</summary>
    public Person? Lapsed { get; init; }

    /// <summary>Who is being asked; null once it is over.</summary>
    public Person? Awaited => Everybody.FirstOrDefault(person => person.Id == Introduction.AwaitedPersonId);

    /// <summary>Those in between who have said yes.</summary>
    public IEnumerable<Person> Willing => Connectors.Take(Introduction.Agreed);
}
