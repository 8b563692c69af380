using System.Text.RegularExpressions;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>How Slack's own names look, to find them in the code.</summary>
internal static partial class SlackNames
{
    /// <summary>Those of https://docs.slack.dev/reference/events that an app like this one might come to use.</summary>
    private static readonly HashSet<string> events = new(StringComparer.Ordinal)
    {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "app_uninstalled_team",
        "channel_archive",
        "channel_created",
        "channel_deleted",
        "channel_rename",
        "channel_unarchive",
        "dnd_updated_user",
        "emoji_changed",
        "file_shared",
        "grid_migration_finished",
        "grid_migration_started",
        "group_archive",
        "link_shared",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "message.mpim",
        "pin_added",
        "reaction_added",
        "reaction_removed",
        "subteam_created",
        "subteam_members_changed",
        "subteam_self_added",
        "subteam_self_removed",
        "subteam_updated",
        "team_access_granted",
        "team_access_revoked",
        "team_join",
        "team_rename",
        "tokens_revoked",
        "user_change",
        "user_huddle_changed",
        "user_profile_changed",
        "user_status_changed",
    };

    public static bool IsEvent(string text) => events.Contains(text);

    /// <summary>A family of https://docs.slack.dev/reference/methods, a dot and more.</summary>
    public static bool IsMethod(string text) => Method().IsMatch(text);

    [GeneratedRegex(
        @"^(api|apps|auth|bookmarks|bots|calls|canvases|chat|conversations|dnd|emoji|files|functions|migration|oauth|openid|pins|reactions|reminders|search|team|usergroups|users|views|workflows)(\.[a-zA-Z0-9]+)+$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Method();
}
