using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>
/// Reads message text from Teams. Only entities are mentions, and mentions of the bot are removed. Mentions have Teams' own ids.
/// </summary>
public static partial class TeamsText
{
    public static IncomingText Read(Activity activity)
    {
        var text = activity.Text ?? "";
        var spans = ImmutableArray.CreateBuilder<IncomingSpan>();
        var words = "";
        var position = 0;
        foreach (var mention in (activity.Entities ?? []).Where(entity =>
            entity is { Type: "mention", Mentioned: not null, Text.Length: > 0 }))
        {
            if (text.IndexOf(mention.Text!, position, StringComparison.Ordinal) is not (>= 0 and var start))
            {
                continue;
            }

            words += Clean(text[position..start]);
            position = start + mention.Text!.Length;
            switch (mention.Mentioned!)
            {
                case { Id: var id } when id == activity.Recipient?.Id:
                    break;
                case { Type: null or "person" or "user", Id: ['2', '9', ':', ..] } person:
                    Flush();
                    spans.Add(new IncomingSpan.Mention(person.Id, person.Name));
                    break;
                case var other:
                    words += $"@{other.Name}";
                    break;
            }
        }

        words += Clean(text[position..]);
        Flush();
        return new IncomingText(spans.ToImmutable());

        void Flush()
        {
            var run = spans.Count == 0 ? words.TrimStart() : words;
            if (run.Length > 0)
            {
                spans.Add(new IncomingSpan.Words(run));
            }

            words = "";
        }
    }

    /// <summary>Tags are removed first. Anything that looks like a tag afterwards was typed.</summary>
    private static string Clean(string html) =>
        Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(html, "\n"), "")), " ");

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreak();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    /// <summary>Spaces that aren't typed on a keyboard: no-break, narrow, zero-width.</summary>
    [GeneratedRegex(@"[\u00A0\u2007\u202F\u200B\uFEFF]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
