using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>A person's balance with a colleague or department, as they see it.</summary>
public sealed record BalanceView
{
    /// <summary>The other side: a mention, or a department's name.</summary>
    public required ChatText Other { get; init; }

    /// <summary>The balance of the last 90 days.</summary>
    public required Balance Recent { get; init; }

    /// <summary>The balance of all time.</summary>
    public required Balance Always { get; init; }

    /// <summary>The latest exchanges, one line each, newest first.</summary>
    public required ImmutableArray<ChatText> Latest { get; init; }

    /// <summary>Suggestions for what to do next; at most two are shown.</summary>
    public required ImmutableArray<Suggestion> Suggestions { get; init; }
}

/// <summary>A small thing that the reader could do next for the other side.</summary>
public abstract record Suggestion
{
    private Suggestion()
    {
    }

    /// <summary>The other side has an open ask about something that the reader offers.</summary>
    public sealed record FittingAsk(Ask Ask, Person Asker) : Suggestion;

    /// <summary>The other side helped, and the reader hasn't thanked them yet.</summary>
    public sealed record OpenThanks(Exchange Help, Person Helper) : Suggestion;

    /// <summary>The department said what makes its work easier.</summary>
    public sealed record HowToHelp(Department Department) : Suggestion;

    /// <summary>The reader thanked them before: they may like to hear how it turned out.</summary>
    public sealed record ThankedBefore(Exchange Thanks) : Suggestion;
}
