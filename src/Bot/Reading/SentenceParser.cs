using System.Collections.Immutable;
using System.Text;
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
        var reading = new Progress();
        foreach (var span in text.Spans)
        {
            switch (span)
            {
                case IncomingSpan.Mention mention:
                    var person = await accounts.GetOrAddPersonAsync(workspace, mention.ExternalId, mention.Name, cancellationToken);
                    reading.Name($"@{person.Name}", new Receiver.Person(person.Id));
                    break;
                case IncomingSpan.GroupMention mention:
                    var department = await accounts.GetOrAddDepartmentAsync(workspace, mention.ExternalId, mention.Name, cancellationToken);
                    reading.Name($"@{department.Handle}", new Receiver.Department(department.Id));
                    break;
                case IncomingSpan.Verbatim verbatim:
                    reading.Verbatim(verbatim.Text);
                    break;
                case IncomingSpan.Words words:
                    await ReadWordsAsync(reading, words.Text, cancellationToken);
                    break;
                default:
                    throw new InvalidOperationException($"No reading of {span.GetType().Name}.");
            }
        }

        return reading.ToSentence();
    }

    /// <summary>Returns the values in a text: "#Patience, speed" gives "patience" and "speed".</summary>
    public static ImmutableArray<string> ReadValues(string text) =>
        [.. AnyTag().Matches(text).Select(match => match.Groups["tag"].Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    private async Task ReadWordsAsync(Progress reading, string words, CancellationToken cancellationToken)
    {
        var rest = words;
        while (rest.Length > 0)
        {
            if (reading.AtStart && Opening().Match(rest) is { Success: true } opening)
            {
                reading.Open(opening);
                rest = rest[opening.Length..];
            }
            else if (rest[0] == '@'
                && reading.IsAtWordStart
                && await names.MatchAsync(rest[1..], cancellationToken) is { Length: > 0 } match)
            {
                reading.Name($"@{match.Typed}", match.Receiver, match.Candidates);
                rest = rest[(1 + match.Length)..];
            }
            else
            {
                var at = rest.IndexOf('@', 1);
                var next = at < 0 ? rest.Length : at;
                reading.Words(rest[..next]);
                rest = rest[next..];
            }
        }
    }

    // What may come before and between the receivers: spaces, commas, "and", the privacy flag, values.
    [GeneratedRegex(
        @"^(?:[\s,;&+]+|and(?=[\s,@])|(?<private>(?:--|—|–)private|privately)(?=[\s,:@]|$):?|#(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39}))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"#?(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}#&/])#(?<tag>[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:\s*#[\p{L}][\p{L}\p{M}\p{Nd}_-]{0,39})+\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagsAtEnd();

    [GeneratedRegex(@"^\s*for\b\s*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex For();

    private sealed class Progress
    {
        private readonly StringBuilder note = new();
        private readonly List<(Receiver? Receiver, string Typed, ImmutableArray<NamedReceiver> Candidates)> first = [];
        private readonly List<(Receiver? Receiver, string Typed, ImmutableArray<NamedReceiver> Candidates)> later = [];
        private readonly List<string> values = [];
        private readonly List<Range> verbatim = [];
        private bool isPrivate;

        public bool AtStart { get; private set; } = true;

        public bool IsAtWordStart => AtStart || note.Length == 0 || !char.IsLetterOrDigit(note[^1]);

        public void Open(Match opening)
        {
            isPrivate |= opening.Groups["private"].Success;
            if (opening.Groups["tag"] is { Success: true, Value: var tag })
            {
                values.Add(tag);
            }
        }

        public void Name(string typed, Receiver? receiver, ImmutableArray<NamedReceiver> candidates = default)
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

        public void Words(string words)
        {
            AtStart = false;
            note.Append(words);
        }

        public void Verbatim(string words)
        {
            verbatim.Add(note.Length..(note.Length + words.Length));
            Words(words);
        }

        public ParsedSentence ToSentence()
        {
            var text = note.ToString();
            values.AddRange(Tag().Matches(text).Where(match => !IsVerbatim(match.Index)).Select(match => match.Groups["tag"].Value));
            text = TagsAtEnd().Replace(text, match => IsVerbatim(match.Index + match.Length - 1) ? match.Value : "");

            // Without receivers at the start, the names at the end of "for the laptop @sue @raj" are receivers and not part of the note.
            var receivers = first.Count > 0 ? first : later;
            if (first.Count == 0)
            {
                for (var i = later.Count - 1; i >= 0 && text.TrimEnd().EndsWith(later[i].Typed, StringComparison.Ordinal); i--)
                {
                    text = text.TrimEnd()[..^later[i].Typed.Length].TrimEnd(' ', ',', '&');
                    text = text.EndsWith(" and", StringComparison.OrdinalIgnoreCase) && i > 0 ? text[..^4] : text;
                }
            }

            return new ParsedSentence
            {
                Receivers = [.. receivers.Select(name => name.Receiver).OfType<Receiver>()],
                Unclear = [.. receivers.Where(name => name.Receiver is null).Select(name => new UnclearName(name.Typed, name.Candidates))],
                Note = For().Replace(text, "").Trim(),
                Values = [.. values.Select(value => value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
                Visibility = isPrivate ? Visibility.Private : Visibility.Public,
            };
        }

        private bool IsVerbatim(int position) => verbatim.Exists(range => range.Start.Value <= position && position < range.End.Value);
    }
}
