using System.Collections.Frozen;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Slack.Api;

/// <summary>What Slack's error codes mean for somebody who waits to try again: https://docs.slack.dev/reference/methods/chat.postMessage#errors</summary>
internal static class SlackErrors
{
    public const string MessageNotFound = "message_not_found";
    public const string NotInChannel = "not_in_channel";
    public const string ChannelNotFound = "channel_not_found";

    /// <summary>An administrator can mend these, and then the message should leave.</summary>
    private static readonly FrozenSet<string> OfTheInstallation = FrozenSet.Create(
        StringComparer.Ordinal,
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope", "no_permission", "org_login_required", "ekm_access_denied", "access_denied", "team_access_not_granted");

    private static readonly FrozenSet<string> OfTheMoment = FrozenSet.Create(
        StringComparer.Ordinal, "ratelimited", "rate_limited", "message_limit_exceeded", "request_timeout", "service_unavailable", "team_added_to_org", "accesslimited", "no_answer");

    /// <summary>Slack's own trouble; "some aspect of the operation" may have succeeded before it.</summary>
    private static readonly FrozenSet<string> OfUnknownFate = FrozenSet.Create(StringComparer.Ordinal, "internal_error", "fatal_error");

    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(5);

    /// <summary>What waits is told when, and whether, to try again. A code that is not known will not go away by itself.</summary>
    public static PlatformException ToPlatformException(this SlackApiException exception) => exception.Error switch
    {
        var error when OfTheInstallation.Contains(error) => new PlatformException(exception.Message, UntilMended, inner: exception),
        var error when OfTheMoment.Contains(error) => new PlatformException(exception.Message, inner: exception),
        var error when OfUnknownFate.Contains(error) => new PlatformException(exception.Message, fateUnknown: true, inner: exception),
        _ => new PlatformException(exception.Message, isPermanent: true, inner: exception),
    };
}
