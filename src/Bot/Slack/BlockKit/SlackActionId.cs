using System.Globalization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A button's action id: the action's name and a suffix. Slack requires ids to be unique in a block.</summary>
internal static class SlackActionId
{
    public static string Of(string action, int index) =>
        index == 0 ? action : string.Create(CultureInfo.InvariantCulture, $"{action}#{index}");

    public static string ToAction(string actionId) =>
        actionId.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? actionId[..mark] : actionId;
}
