using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>What became of a tap on an ask.</summary>
public enum AskActionResult
{
    /// <summary>It is part of what will be committed.</summary>
    Done,

    /// <summary>It was so already; nothing changes.</summary>
    NoChange,

    /// <summary>The asker cannot do this to their own ask.</summary>
    OwnAsk,

    /// <summary>Only the asker, or those who help, can do this.</summary>
    NotYours,

    /// <summary>The ask is over.</summary>
    AskClosed,
}

/// <summary>What happens to an ask by itself when its time has come.</summary>
public enum AskStep
{
    /// <summary>Nothing: it is over.</summary>
    None,

    /// <summary>Those asked are reminded, once, at half time.</summary>
    Remind,

    /// <summary>It expires.</summary>
    Expire,

    /// <summary>The asker is asked whether it was solved.</summary>
    FollowUp,

    /// <summary>Somebody in it has left; it goes on without them.</summary>
    LetGo,
}

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
