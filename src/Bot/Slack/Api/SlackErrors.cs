using System.Collections.Frozen;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Slack.Api;

/// <summary>What Slack's error codes mean for somebody who waits to try again: https://docs.slack.dev/reference/methods/chat.postMessage#errors</summary>
internal static class SlackErrors
{
    public const string MessageNotFound = "message_not_found";
    public const string NotInChannel = "not_in_channel";
    public const string ChannelNotFound = "channel_not_found";

    /// <summary>Nothing gets through until an administrator has mended the token; then everything should.</summary>
    private static readonly FrozenSet<string> OfTheToken = FrozenSet.Create(
        StringComparer.Ordinal, "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "org_login_required", "team_access_not_granted");

    /// <summary>These pass by themselves, or when an administrator adds a permission.</summary>
    private static readonly FrozenSet<string> Passing = FrozenSet.Create(
        StringComparer.Ordinal,
        "ratelimited", "rate_limited", "message_limit_exceeded", "request_timeout", "service_unavailable", "team_added_to_org", "accesslimited", "no_answer",
        "missing_scope", "no_permission", "access_denied", "ekm_access_denied");

    /// <summary>Slack's own trouble; "some aspect of the operation" may have succeeded before it.</summary>
    private static readonly FrozenSet<string> OfUnknownFate = FrozenSet.Create(StringComparer.Ordinal, "internal_error", "fatal_error");

    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    /// <summary>What waits is told when, and whether, to try again. A code that is not known will not go away by itself.</summary>
    public static PlatformException ToPlatformException(this SlackApiException exception) => exception.Error switch
    {
        var error when OfTheToken.Contains(error) => new PlatformException(exception.Message, UntilMended, inner: exception),
        var error when Passing.Contains(error) => new PlatformException(exception.Message, inner: exception),
        var error when OfUnknownFate.Contains(error) => new PlatformException(exception.Message, fateUnknown: true, inner: exception),
        _ => new PlatformException(exception.Message, isPermanent: true, inner: exception),
    };
}
