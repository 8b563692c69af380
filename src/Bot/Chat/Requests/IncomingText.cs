using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>Text that a person wrote, with mentions separated from words.</summary>
public sealed record IncomingText(ImmutableArray<IncomingSpan> Spans)
{
    /// <summary>Makes a text without mentions.</summary>
    public static IncomingText Of(string words) => new(words.Length == 0 ? [] : [new IncomingSpan.Words(words)]);

    /// <summary>True when the text is empty or only white space.</summary>
    public bool IsBlank => Spans.All(span => span is IncomingSpan.Words { Text: var text } && string.IsNullOrWhiteSpace(text));
}

/// <summary>A run of incoming text.</summary>
public abstract record IncomingSpan
{
    private IncomingSpan()
    {
    }

    /// <summary>Plain words, with the platform's escapes undone. They may contain a typed <c>@name</c>.</summary>
    public sealed record Words(string Text) : IncomingSpan;

    /// <summary>Code or a quotation: part of the text, but names, values and commands in it don't count.</summary>
    public sealed record Verbatim(string Text) : IncomingSpan;

    /// <summary>A person, mentioned by the platform's account id.</summary>
    public sealed record Mention(string ExternalId, string? Name) : IncomingSpan;

    /// <summary>A user group, mentioned by the platform's group id.</summary>
    public sealed record GroupMention(string ExternalId, string? Name) : IncomingSpan;
}
