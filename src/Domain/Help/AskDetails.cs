using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>An ask with everybody in it by name: what messages are written from.</summary>
public sealed record AskDetails
{
    /// <summary>The ask itself; changes to it will be committed.</summary>
    public required Ask Ask { get; init; }

    /// <summary>Who asks.</summary>
    public required Person Asker { get; init; }

    /// <summary>Who helps, in the order in which they took it.</summary>
    public ImmutableArray<Person> Helpers { get; init; } = [];

    /// <summary>The department asked.</summary>
    public Department? Department { get; init; }

    /// <summary>The person asked.</summary>
    public Person? Person { get; init; }

    /// <summary>True for somebody who took it.</summary>
    public bool IsHelpedBy(Guid personId) => Helpers.Any(helper => helper.Id == personId);
}
