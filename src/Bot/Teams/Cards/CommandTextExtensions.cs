using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>What the bot says names commands as "/thanks …". Teams has no slash commands; there the bare word does the same.</summary>
internal static partial class CommandTextExtensions
{
    /// <summary>The bot's own sentences; what somebody wrote stands in quotes of its own and is left alone.</summary>
    public static ChatText WithoutSlashes(this ChatText text) =>
        new([.. text.Spans.Select(span => span switch
        {
            ChatSpan.Plain plain => new ChatSpan.Plain(WithoutSlashes(plain.Text)),
            ChatSpan.Command command => new ChatSpan.Command(WithoutSlashes(command.Text)),
            _ => span,
        })]);

    public static string WithoutSlashes(string words) => Slash().Replace(words, "");

    [GeneratedRegex(
        @"(?<![\w/.:])/(?=(thanks|kudos|ask|helped|relate|help)\b)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slash();
}
