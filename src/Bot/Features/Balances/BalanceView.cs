using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>What one person is shown about themselves and somebody else.</summary>
public sealed record BalanceView
{
    /// <summary>The other side: a mention or a department's name.</summary>
    public required ChatText Other { get; init; }

    /// <summary>Of the last ninety days.</summary>
    public required Balance Recent { get; init; }

    /// <summary>Of all time.</summary>
    public required Balance Always { get; init; }

    /// <summary>The last exchanges, a line each, newest first.</summary>
    public required ImmutableArray<ChatText> Latest { get; init; }

    /// <summary>What could come next; two at most are shown.</summary>
    public required ImmutableArray<Suggestion> Suggestions { get; init; }
}

/// <summary>Something small that somebody could do for somebody else next.</summary>
public abstract record Suggestion
{
    private Suggestion()
    {
    }

    /// <summary>They ask for what I offer.</summary>
    public sealed record FittingAsk(Ask Ask, Person Asker) : Suggestion;

    /// <summary>They helped me, and I have not said thanks yet.</summary>
    public sealed record OpenThanks(Exchange Help, Person Helper) : Suggestion;

    /// <summary>They said what makes their work easier.</summary>
    public sealed record HowToHelp(Department Department) : Suggestion;

    /// <summary>I thanked them for something before: they may like to hear what came of it.</summary>
    public sealed record ThankedBefore(Exchange Thanks) : Suggestion;
}
