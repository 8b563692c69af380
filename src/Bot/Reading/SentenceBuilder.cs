using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Reading;

/// <summary>Collects what <see cref="SentenceParser"/> reads, and separates the note from what comes before and after it.</summary>
internal sealed partial class SentenceBuilder
{
    private readonly StringBuilder note = new();
    private readonly List<(Receiver? Receiver, string Typed, ImmutableArray<NamedReceiver> Candidates)> first = [];
    private readonly List<(Receiver? Receiver, string Typed, ImmutableArray<NamedReceiver> Candidates)> later = [];
    private readonly List<string> values = [];
    private readonly List<string> channels = [];
    private readonly List<Range> verbatim = [];
    private bool isPrivate;

    /// <summary>True until the first word of the note.</summary>
    public bool AtStart { get; private set; } = true;

    /// <summary>True once a person or department was named before the note.</summary>
    public bool HasNames => first.Count > 0;

    public bool IsAtWordStart => AtStart || note.Length == 0 || !char.IsLetterOrDigit(note[^1]);

    /// <summary>Returns the note without the "for" at its start.</summary>
    public static string ToNote(string text) => For().Replace(text, "").Trim();

    /// <summary>Returns the values in a text that are marked with <c>#</c>.</summary>
    public static IEnumerable<string> ValuesIn(string text) =>
        Tag().Matches(text).Select(match => match.Groups["tag"].Value.ToLowerInvariant());

    public void Open(Match opening)
    {
        isPrivate |= opening.Groups["private"].Success;
        if (opening.Groups["tag"] is { Success: true, Value: var tag })
        {
            values.Add(tag);
        }
    }

    public void AddName(string typed, Receiver? receiver, ImmutableArray<NamedReceiver> candidates = default)
    {
        var name = (receiver, typed, candidates.IsDefault ? [] : candidates);
        if (AtStart)
        {
            first.Add(name);
            return;
        }

        later.Add(name);
        note.Append(typed);
    }

    public void AddWords(string words)
    {
        AtStart = false;
        note.Append(words);
    }

    public void AddVerbatim(string words)
    {
        verbatim.Add(note.Length..(note.Length + words.Length));
        AddWords(words);
    }

    /// <summary>Adds a channel or a link. Channels before the note may be meant as topics.</summary>
    public void AddReference(string words)
    {
        var isInFront = string.IsNullOrWhiteSpace(Channel().Replace(note.ToString(), ""));
        if (isInFront && Channel().Match(words) is { Success: true } channel && channel.Length == words.Length)
        {
            channels.Add(channel.Groups["tag"].Value.ToLowerInvariant());
        }

        AddVerbatim(words);
    }

    public ParsedSentence ToSentence()
    {
        var text = note.ToString();
        values.AddRange(Tag().Matches(text).Where(match => !IsVerbatim(match.Index)).Select(match => match.Groups["tag"].Value));
        var receivers = first.Count > 0 ? first : later;
        var mentionsPrivacy = PrivacyWords.AreIn(text) || values.Exists(PrivacyWords.AreIn);
        text = ToNote(WithoutEnd(text));
        ImmutableArray<string> tags = [.. values.Select(value => value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        return new ParsedSentence
        {
            Receivers = [.. receivers.Select(name => name.Receiver).OfType<Receiver>()],
            Unclear = [.. receivers.Where(name => name.Receiver is null).Select(name => new UnclearName(name.Typed, name.Candidates))],
            Note = text,
            Values = tags,
            Topics = tags.IsEmpty ? [.. channels.Distinct(StringComparer.Ordinal)] : tags,
            Visibility = isPrivate ? Visibility.Private : Visibility.Public,
            IsPrivacyUnclear = mentionsPrivacy && !isPrivate,
        };
    }

    /// <summary>Removes what comes after the note, in any order: values, a request for privacy, and the receivers' names.</summary>
    private string WithoutEnd(string text)
    {
        var namesLeft = first.Count > 0 ? 0 : later.Count;
        for (var length = text.Length + 1; text.Length < length;)
        {
            length = text.Length;
            text = TagsAtEnd().Replace(text, match => IsVerbatim(match.Index + match.Length - 1) ? match.Value : "");
            if (PrivacyWords.AtEnd(text) is { Success: true } wish && !IsVerbatim(wish.Index + wish.Length - 1))
            {
                isPrivate = true;
                text = text[..wish.Index];
            }

            // Without receivers at the start, the names at the end of "for the laptop @sue @raj" are receivers and not part of the note.
            if (namesLeft > 0 && text.TrimEnd().EndsWith(later[namesLeft - 1].Typed, StringComparison.Ordinal))
            {
                namesLeft--;
                text = text.TrimEnd()[..^later[namesLeft].Typed.Length].TrimEnd(' ', ',', '&');
                text = text.EndsWith(" and", StringComparison.OrdinalIgnoreCase) && namesLeft > 0 ? text[..^4] : text;
            }
        }

        return text;
    }

    private bool IsVerbatim(int position) => verbatim.Exists(range => range.Start.Value <= position && position < range.End.Value);

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}#&/])#(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"#(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Channel();

    [GeneratedRegex(@"(?:\s*#[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})+\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagsAtEnd();

    [GeneratedRegex(@"^\s*for\b\s*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex For();
}
