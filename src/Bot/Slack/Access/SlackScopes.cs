using System.Collections.Frozen;

namespace RelateBot.Bot.Slack.Access;

/// <summary>
/// The permission that each method, event and entry point needs. The installation asks for these; a test compares them with
/// infra/slack/manifest.yaml and the code.
/// </summary>
public static class SlackScopes
{
    /// <summary>Permissions by method name: https://docs.slack.dev/reference/methods</summary>
    public static readonly FrozenDictionary<string, string[]> OfMethods = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["apps.connections.open"] = [],
        ["auth.test"] = [],
        ["chat.delete"] = ["chat:write"],
        ["chat.getPermalink"] = [],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["conversations.history"] = ["channels:history", "groups:history", "im:history", "mpim:history"],
        ["conversations.info"] = ["channels:read"],
        ["conversations.join"] = ["channels:join"],
        ["conversations.list"] = ["channels:read"],
        ["conversations.open"] = ["im:write", ToOpenGroupChats],
        ["oauth.v2.access"] = [],
        ["team.profile.get"] = ["users.profile:read"],
        ["usergroups.list"] = ["usergroups:read"],
        ["users.info"] = ["users:read", "users:read.email"],
        ["users.list"] = ["users:read", "users:read.email"],
        ["users.profile.get"] = ["users.profile:read"],
        ["views.open"] = [],
        ["views.publish"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Permissions by event name: https://docs.slack.dev/reference/events</summary>
    public static readonly FrozenDictionary<string, string[]> OfEvents = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["message.im"] = ["im:history"],
        ["reaction_added"] = ["reactions:read"],
        ["reaction_removed"] = ["reactions:read"],
        ["subteam_created"] = ["usergroups:read"],
        ["subteam_members_changed"] = ["usergroups:read"],
        ["subteam_updated"] = ["usergroups:read"],
        ["team_access_revoked"] = [],
        ["team_join"] = ["users:read"],
        ["tokens_revoked"] = [],
        ["user_change"] = ["users:read"],
        ["user_profile_changed"] = ["users:read"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Group direct messages.</summary>
    public const string ToOpenGroupChats = "mpim:write";

    /// <summary>Slash commands and shortcuts.</summary>
    public const string Commands = "commands";

    /// <summary>All permissions that the installation asks for, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfMethods.Values
            .Concat(OfEvents.Values)
            .SelectMany(scopes => scopes)
            .Append(Commands)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
