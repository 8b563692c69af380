using System.Collections.Frozen;

namespace RelateBot.Bot.Slack.Api;

/// <summary>
/// Slack's rate limits: calls per minute for a method, app and workspace: https://docs.slack.dev/apis/web-api/rate-limits
/// </summary>
internal static class SlackTiers
{
    private const int Second = 20;
    private const int Third = 50;
    private const int Fourth = 100;

    /// <summary>
    /// Null for a method with a special limit, or with one that we can't reach. Tokens are checked once, and the outbox limits
    /// chat.postMessage.
    /// </summary>
    public static readonly FrozenDictionary<string, int?> PerMinute = new Dictionary<string, int?>(StringComparer.Ordinal)
    {
        ["apps.connections.open"] = null,
        ["auth.test"] = null,
        ["chat.getPermalink"] = null,
        ["chat.postMessage"] = null,
        ["oauth.v2.access"] = null,
        ["users.list"] = Second,
        ["usergroups.list"] = Second,
        ["conversations.list"] = Second,
        ["team.profile.get"] = Third,
        ["conversations.info"] = Third,
        ["conversations.open"] = Third,
        ["conversations.join"] = Third,
        ["conversations.history"] = Third,
        ["chat.update"] = Third,
        ["chat.delete"] = Third,
        ["users.info"] = Fourth,
        ["users.profile.get"] = Fourth,
        ["chat.postEphemeral"] = Fourth,
        ["views.open"] = Fourth,
        ["views.publish"] = Fourth,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
