using System.Collections.Immutable;
using RelateBot.Bot.Chat;
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
