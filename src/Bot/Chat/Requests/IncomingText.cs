using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>What somebody wrote, with the platform's mentions told apart from words.</summary>
public sealed record IncomingText(ImmutableArray<IncomingSpan> Spans)
{
    /// <summary>Words alone.</summary>
    public static IncomingText Of(string words) => new(words.Length == 0 ? [] : [new IncomingSpan.Words(words)]);

    /// <summary>True when there is nothing but white space.</summary>
    public bool IsBlank => Spans.All(span => span is IncomingSpan.Words { Text: var text } && string.IsNullOrWhiteSpace(text));
}

/// <summary>A run of incoming text.</summary>
public abstract record IncomingSpan
{
    private IncomingSpan()
    {
    }

    /// <summary>Plain words, the platform's escapes undone. They may hold a typed <c>@name</c>.</summary>
    public sealed record Words(string Text) : IncomingSpan;

    /// <summary>Code, or somebody else's words: part of what is said, but nothing in it is an address, a value or a command.</summary>
    public sealed record Verbatim(string Text) : IncomingSpan;

    /// <summary>A person, mentioned by the platform's account id.</summary>
    public sealed record Mention(string ExternalId, string? Name) : IncomingSpan;

    /// <summary>A user group, mentioned by the platform's group id.</summary>
    public sealed record GroupMention(string ExternalId, string? Name) : IncomingSpan;
}
