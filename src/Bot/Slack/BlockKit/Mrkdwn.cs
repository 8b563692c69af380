using System.Text;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>
/// Writes Slack markup in which user text stays plain text: https://docs.slack.dev/messaging/formatting-message-text#escaping
/// </summary>
internal static class Mrkdwn
{
    /// <summary>Formatting characters that can't be escaped.</summary>
    private const string Formatting = "*_~`";

    public static string Mention(string userId) => $"<@{userId}>";

    /// <summary>True when escaping makes the text safe to use in markup.</summary>
    public static bool CanHold(string words) => words.AsSpan().IndexOfAny(Formatting) < 0;

    /// <summary>Returns the text as markup, with a maximum number of characters. Escapes are never cut.</summary>
    public static string Escape(string words, int longest)
    {
        var escaped = new StringBuilder();
        var fitting = 0;
        for (var i = 0; i < words.Length;)
        {
            var length = TextClipper.Next(words, i);
            foreach (var c in words.AsSpan(i, length))
            {
                _ = c switch
                {
                    '&' => escaped.Append("&amp;"),
                    '<' => escaped.Append("&lt;"),
                    '>' => escaped.Append("&gt;"),
                    _ => escaped.Append(c)
                };
            }

            if (escaped.Length > longest)
            {
                return escaped.Remove(fitting, escaped.Length - fitting).Append('…').ToString();
            }

            if (escaped.Length < longest)
            {
                fitting = escaped.Length;
            }

            i += length;
        }

        return escaped.ToString();
    }
}
