using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Playground;

/// <summary>Renders a person's text as a message. The <c>@handle</c> of a known account becomes a mention.</summary>
internal static partial class PersonMessageRenderer
{
    /// <summary>Returns the accounts that the text may mention, in lower case.</summary>
    public static IReadOnlyCollection<string> Accounts(string text) =>
        [.. Mention().Matches(text).Select(match => match.Groups["account"].Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    public static ChatMessage Draw(string text, IReadOnlyCollection<Visitor> people)
    {
        var spans = ImmutableArray.CreateBuilder<ChatSpan>();
        var done = 0;
        foreach (var match in Mention().Matches(text).AsEnumerable())
        {
            if (people.FirstOrDefault(visitor => visitor.Account.Equals(match.Groups["account"].Value, StringComparison.OrdinalIgnoreCase))
                is { } named)
            {
                AddWords(text[done..match.Index]);
                spans.Add(new ChatSpan.PersonRef(named.Person.Id, named.Person.Name));
                done = match.Index + match.Length;
            }
        }

        AddWords(text[done..]);
        return new ChatMessage { Summary = text, Blocks = [new ChatBlock.Paragraph(new ChatText(spans.ToImmutable()))] };

        void AddWords(string words)
        {
            if (words.Length > 0)
            {
                spans.Add(new ChatSpan.Plain(words));
            }
        }
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])@(?<account>[\p{L}\p{Nd}][\p{L}\p{Nd}._'-]*[\p{L}\p{Nd}]|[\p{L}\p{Nd}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
