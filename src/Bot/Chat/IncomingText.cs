using System.Collections.Immutable;

namespace RelateBot.Bot.Chat;

/// <summary>What somebody wrote, with the platform's mentions told apart from words.</summary>
public sealed record IncomingText(ImmutableArray<IncomingSpan> Spans)
{
    /// <summary>Words alone.</summary>
    public static IncomingText Of(string words) => new(words.Length == 0 ? [] : [new IncomingSpan.Words(words)]);

    /// <summary>True when there is nothing but white space.</summary>
    public bool IsBlank => Spans.All(span => span is IncomingSpan.Words { Text: var text } && string.IsNullOrWhiteSpace(text));
}
