using System.Globalization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Which button: the action's name, told apart from others of that name in the same row, which Slack insists on.</summary>
internal static class SlackActionId
{
    public static string Of(string action, int index) =>
        index == 0 ? action : string.Create(CultureInfo.InvariantCulture, $"{action}#{index}");

    public static string ToAction(string actionId) =>
        actionId.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? actionId[..mark] : actionId;
}
