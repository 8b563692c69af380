using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>What somebody wrote, with the platform's mentions told apart from words.</summary>
public sealed partial record IncomingText(ImmutableArray<IncomingSpan> Spans)
{
    /// <summary>Words alone.</summary>
    public static IncomingText Of(string words) => new(words.Length == 0 ? [] : [new IncomingSpan.Words(words)]);

    /// <summary>The same with the keyboard's own space in place of every other: those are copied, never typed.</summary>
    public IncomingText WithPlainSpaces() =>
        new([.. Spans.Select(span =>
            span is IncomingSpan.Words words ? words with { Text = OtherSpace().Replace(words.Text, " ") } : span)]);

    /// <summary>True when there is nothing but white space.</summary>
    public bool IsBlank => Spans.All(span => span is IncomingSpan.Words { Text: var text } && string.IsNullOrWhiteSpace(text));

    [GeneratedRegex(@"[\p{Zs}\u200B\uFEFF]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherSpace();
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

    /// <summary>A channel or a web page: a word of what is said, never an address, a value or a command.</summary>
    public sealed record Reference(string Text) : IncomingSpan;

    /// <summary>A person who is named in code or in somebody else's words: part of what is said, and not spoken to.</summary>
    public sealed record QuotedMention(string ExternalId, string? Name) : IncomingSpan;

    /// <summary>A person, mentioned by the platform's account id.</summary>
    public sealed record Mention(string ExternalId, string? Name) : IncomingSpan;

    /// <summary>A user group, mentioned by the platform's group id.</summary>
    public sealed record GroupMention(string ExternalId, string? Name) : IncomingSpan;
}
