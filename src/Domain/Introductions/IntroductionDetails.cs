using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>An introduction with its people loaded.</summary>
public sealed record IntroductionDetails
{
    public required Introduction Introduction { get; init; }

    /// <summary>The person who wants to meet someone.</summary>
    public required Person Asker { get; init; }

    /// <summary>The person they want to meet.</summary>
    public required Person Target { get; init; }

    /// <summary>The people in between, starting next to the asker.</summary>
    public required ImmutableArray<Person> Connectors { get; init; }

    /// <summary>The asker, the connectors and the target, in this order.</summary>
    public ImmutableArray<Person> Everybody => [Asker, .. Connectors, Target];

    /// <summary>The person who has just failed to answer in time; null otherwise.</summary>
    public Person? Lapsed { get; init; }

    /// <summary>The person whose answer is pending; null once the introduction has ended.</summary>
    public Person? Awaited => Everybody.FirstOrDefault(person => person.Id == Introduction.AwaitedPersonId);

    /// <summary>The people in between who have said yes.</summary>
    public IEnumerable<Person> Willing => Connectors.Take(Introduction.Agreed);
}
