using System.Text.Json.Nodes;
using RelateBot.TestSupport.Slack.Methods;

namespace RelateBot.TestSupport.Slack;

/// <summary>People and groups as they appear in events, without custom profile fields.</summary>
public static class SlackEventJson
{
    /// <summary>https://docs.slack.dev/reference/events/user_change</summary>
    public static JsonObject Of(SlackUser user, SlackWorkspace workspace) =>
        UserJson.Of(user, workspace, workspace.Scopes.Contains("users:read.email"), withLocale: true);

    /// <summary>https://docs.slack.dev/reference/events/subteam_updated</summary>
    public static JsonObject Of(SlackUserGroup group) => UsergroupJson.Of(group, withUsers: true, withCount: true);
}
