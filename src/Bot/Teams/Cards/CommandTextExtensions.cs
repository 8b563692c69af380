using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>Replaces "/thanks …" in the bot's text with the bare word, because Teams has no slash commands.</summary>
internal static partial class CommandTextExtensions
{
    /// <summary>Converts the bot's own sentences. Quoted text of people stays unchanged.</summary>
    public static ChatText WithoutSlashes(this ChatText text) =>
        new([.. text.Spans.Select(span => span is ChatSpan.Plain plain ? new ChatSpan.Plain(WithoutSlashes(plain.Text)) : span)]);

    public static string WithoutSlashes(string words) => Slash().Replace(words, "");

    [GeneratedRegex(
        @"(?<![\w/.:])/(?=(thanks|kudos|ask|helped|relate|help)\b)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slash();
}
