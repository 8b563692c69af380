using System.Text.RegularExpressions;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// Finds the commands in the bot's sentences. In backticks, a command may contain any words. Without backticks, it ends after its known
/// arguments, or at the end of the line when it's an example.
/// </summary>
internal static partial class CommandsInText
{
    private const string Subcommand =
        "me|with|who|offer|department|five|intro|prompts|coffee|digest|dashboard|unsung|admin|help";

    private const string Argument =
        @"[@#][\p{L}\p{Nd}_-]+(?:\.[\p{L}\p{Nd}_-]+)*|add|remove|on|off|join|leave|avoid|sync|head|resume|weekly|monthly"
            + "|last week|friday 15|every 2 weeks|pause(?: until 7 January| 2026-12-24)?|because I want to learn how she plans";

    private const string Example = @"(?:privately )?[@#][^\s…][^\n…]*…?|…";

    /// <summary>Splits a sentence into runs of plain text and commands.</summary>
    public static IEnumerable<ChatSpan> Read(string sentence)
    {
        var done = 0;
        foreach (var match in Command().Matches(sentence).AsEnumerable())
        {
            if (match.Index > done)
            {
                yield return new ChatSpan.Plain(sentence[done..match.Index]);
            }

            yield return new ChatSpan.Command(match.Groups["command"].Value);
            done = match.Index + match.Length;
        }

        if (done < sentence.Length || sentence.Length == 0)
        {
            yield return new ChatSpan.Plain(sentence[done..]);
        }
    }

    [GeneratedRegex(
        $@"(?<![\w/.:<])(?:`(?<command>/(?:thanks|kudos|ask|helped|relate|help)\b[^`\n]*)`"
            + $@"|(?<command>/relate(?: (?:{Subcommand})\b(?: (?:{Argument})(?![\w-]))*)?"
            + $@"|/(?:thanks|kudos|ask|helped)(?: (?:{Example}))?|/help)(?![\w/-]))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
