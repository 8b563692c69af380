using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Reading;

/// <summary>
/// Parses <c>[--private] @people [for] note #values</c>. Receivers come first. If none do, everyone named in the text is a receiver ("for
/// the laptop @sue"). Otherwise, later names are only part of the note.
/// </summary>
public sealed partial class SentenceParser(NameResolver names, IAccountStore accounts)
{
    /// <summary>Parses a text. People and departments mentioned by account are looked up, and recorded if they are new.</summary>
    public async Task<ParsedSentence> ParseAsync(IncomingText text, Workspace workspace, CancellationToken cancellationToken)
    {
        var reading = new SentenceBuilder();
        for (var i = 0; i < text.Spans.Length; i++)
        {
            switch (text.Spans[i])
            {
                case IncomingSpan.Mention mention:
                    var person = await accounts.GetOrAddPersonAsync(workspace, mention.ExternalId, mention.Name, cancellationToken);
                    reading.AddName($"@{person.Name}", new Receiver.Person(person.Id));
                    break;
                case IncomingSpan.GroupMention mention:
                    var department = await accounts.GetOrAddDepartmentAsync(workspace, mention.ExternalId, mention.Name, cancellationToken);
                    reading.AddName($"@{department.Handle}", new Receiver.Department(department.Id));
                    break;
                case IncomingSpan.QuotedMention mention:
                    var quoted = await accounts.GetOrAddPersonAsync(workspace, mention.ExternalId, mention.Name, cancellationToken);
                    reading.AddVerbatim($"@{quoted.Name}");
                    break;
                case IncomingSpan.Verbatim verbatim:
                    reading.AddVerbatim(verbatim.Text);
                    break;
                case IncomingSpan.Reference reference:
                    reading.AddReference(reference.Text);
                    break;
                case IncomingSpan.Words words:
                    var isBeforeName = i + 1 < text.Spans.Length
                        && text.Spans[i + 1] is (IncomingSpan.Mention or IncomingSpan.GroupMention);
                    await ReadWordsAsync(reading, words.Text, isBeforeName, cancellationToken);
                    break;
                default:
                    throw new InvalidOperationException($"No reading of {text.Spans[i].GetType().Name}.");
            }
        }

        return reading.ToSentence();
    }

    /// <summary>
    /// Reads names without an <c>@</c> at the start of the note, as in "sue and raj for the laptop". The writer has to confirm them.
    /// </summary>
    public async Task<ParsedSentence> ReadBareNamesAsync(ParsedSentence sentence, CancellationToken cancellationToken)
    {
        if (!sentence.Receivers.IsEmpty || !sentence.Unclear.IsEmpty)
        {
            return sentence;
        }

        var unclear = ImmutableArray.CreateBuilder<UnclearName>();
        var rest = ToNext().Replace(sentence.Note, "");
        while (await names.MatchBareAsync(rest, cancellationToken) is { } match)
        {
            unclear.Add(new UnclearName(match.Typed, match.Candidates));
            rest = rest[match.Length..];
            if (Between().Match(rest) is not { Success: true, Length: var length }
                || await names.MatchBareAsync(rest[length..], cancellationToken) is null)
            {
                break;
            }

            rest = rest[length..];
        }

        return unclear.Count == 0
            ? sentence
            : sentence with { Unclear = unclear.ToImmutable(), Note = SentenceBuilder.ToNote(AfterNames().Replace(rest, "")) };
    }

    /// <summary>Returns the values in a text: "#Patience, speed" gives "patience" and "speed".</summary>
    public static ImmutableArray<string> ReadValues(string text) =>
        [.. AnyTag().Matches(text).Select(match => match.Groups["tag"].Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>False when <see cref="ReadValues"/> would leave out part of the text or split a word.</summary>
    public static bool HasValuesOnly(string text) => ValuesOnly().IsMatch(text);

    private async Task ReadWordsAsync(SentenceBuilder reading, string words, bool isBeforeName, CancellationToken cancellationToken)
    {
        var rest = words;
        while (rest.Length > 0)
        {
            if (reading.AtStart && FindOpening(reading, rest, isBeforeName) is { Success: true } opening)
            {
                reading.Open(opening);
                rest = rest[opening.Length..];
            }
            else if (rest[0] == '@'
                && reading.IsAtWordStart
                && await names.MatchAsync(rest[1..], cancellationToken) is { Length: > 0 } match)
            {
                reading.AddName($"@{match.Typed}", match.Receiver, match.Candidates);
                rest = rest[(1 + match.Length)..];
            }
            else
            {
                var at = rest.IndexOf('@', 1);
                var next = at < 0 ? rest.Length : at;
                reading.AddWords(rest[..next]);
                rest = rest[next..];
            }
        }
    }

    /// <summary>A mention after the words is added as an <c>@</c>, because the patterns only look ahead for one.</summary>
    private static Match FindOpening(SentenceBuilder reading, string rest, bool isBeforeName)
    {
        var seen = isBeforeName ? $"{rest}@" : rest;
        var opening = Opening().Match(seen);
        return opening.Success || !reading.HasNames ? opening : AfterNames().Match(seen);
    }

    // What may come before and between the receivers: spaces, commas, "and", "to", a request for privacy, values, quotation marks.
    [GeneratedRegex(
        $@"^(?:[\s,;&+]+|[/|](?=@)|and(?=\s*@)|to(?=\s+@)|(?<private>{PrivacyWords.Flag})(?=[\s,:;.@]|\z):?"
            + $@"|(?<private>private)(?=\s*[,:;]?\s*@|[\s.!]*\z|:|\s+(?:for\b|to\s+@|\#)):?"
            + $@"|(?<private>{PrivacyWords.Adverb})(?=\s*@|[\s.!]*\z|\s*[,:;]|\s+(?:for\b|to\s+@|\#)):?"
            + @"|[""“„«‘'(\[](?=@)|\#(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39}))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    // Punctuation after the names that isn't part of the note: "@sue: done", "@j.smith. Great work!", "“@sue” for it".
    [GeneratedRegex(
        @"^(?:[""”’»)\]'](?=[\s,.;:!?@]|\z)|\s*(?:[.,:;!?…]+|[-–—]+)(?=[\s@]|\z)|:(?=\p{L})(?![\w+'-]+:))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterNames();

    [GeneratedRegex(@"^\s*to\s+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ToNext();

    [GeneratedRegex(@"^\s*(?:[,;&+]\s*)?(?:and\s+)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^[\s,;#]*(?:[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39}(?:[\s,;#]+|\z))*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValuesOnly();

    [GeneratedRegex(@"#?(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyTag();
}
