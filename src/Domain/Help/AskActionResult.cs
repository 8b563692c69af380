using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>The outcome of an action on an ask.</summary>
public enum AskActionResult
{
    /// <summary>The change was made. It is saved on commit.</summary>
    Done,

    /// <summary>It was already done. Nothing changes.</summary>
    NoChange,

    /// <summary>The asker can't do this to their own ask.</summary>
    OwnAsk,

    /// <summary>Only the asker or the helpers can do this.</summary>
    NotYours,

    /// <summary>The ask is already closed.</summary>
    AskClosed,
}

/// <summary>The next scheduled step of an ask.</summary>
public enum AskStep
{
    /// <summary>Nothing is scheduled.</summary>
    None,

    /// <summary>The people asked get a reminder, once, halfway to the deadline.</summary>
    Remind,

    /// <summary>The ask expires.</summary>
    Expire,

    /// <summary>The asker is asked whether it was solved.</summary>
    FollowUp,

    /// <summary>The asker or a helper has left. The ask continues without them, or ends.</summary>
    LetGo,
}

/// <summary>An ask with its people and department loaded, for rendering messages.</summary>
public sealed record AskDetails
{
    /// <summary>The ask. Changes to it are saved on commit.</summary>
    public required Ask Ask { get; init; }

    /// <summary>The person who asks.</summary>
    public required Person Asker { get; init; }

    /// <summary>The helpers, in the order in which they took it.</summary>
    public ImmutableArray<Person> Helpers { get; init; } = [];

    /// <summary>The department asked; null when there is none.</summary>
    public Department? Department { get; init; }

    /// <summary>The person asked; null when no one in particular was.</summary>
    public Person? Person { get; init; }

    /// <summary>True for a person who took it.</summary>
    public bool IsHelpedBy(Guid personId) => Helpers.Any(helper => helper.Id == personId);
}
