using System.Collections.Frozen;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Slack.Api;

/// <summary>Maps Slack's error codes to retry decisions: https://docs.slack.dev/reference/methods/chat.postMessage#errors</summary>
internal static class SlackErrors
{
    public const string PostMessage = "chat.postMessage";
    public const string MessageNotFound = "message_not_found";
    public const string NotInChannel = "not_in_channel";
    public const string ChannelNotFound = "channel_not_found";
    public const string UserNotFound = "user_not_found";

    /// <summary>Errors about the token: nothing can be sent until an administrator fixes it. Afterwards everything is sent.</summary>
    private static readonly FrozenSet<string> OfTheToken = FrozenSet.Create(
        StringComparer.Ordinal,
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "org_login_required",
        "team_access_not_granted");

    /// <summary>Error codes that mean the same as HTTP 429.</summary>
    private static readonly FrozenSet<string> OfTheRate = FrozenSet.Create(
        StringComparer.Ordinal,
        "ratelimited",
        "rate_limited",
        "message_limit_exceeded");

    /// <summary>Temporary errors, or errors that an administrator can fix by adding a permission or opening the messages tab.</summary>
    private static readonly FrozenSet<string> Passing = FrozenSet.Create(
        StringComparer.Ordinal,
        "request_timeout", "service_unavailable", "team_added_to_org", "accesslimited", "no_answer",
        "missing_scope", "no_permission", "access_denied", "ekm_access_denied", "messages_tab_disabled");

    /// <summary>Errors inside Slack. "Some aspect of the operation" may have succeeded.</summary>
    private static readonly FrozenSet<string> OfUnknownFate = FrozenSet.Create(StringComparer.Ordinal, "internal_error", "fatal_error");

    private static readonly FrozenSet<string> TooLong = FrozenSet.Create(StringComparer.Ordinal, "msg_too_long", "msg_blocks_too_long");

    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilSlower = TimeSpan.FromSeconds(30);

    /// <summary>True when the text is too long for Slack.</summary>
    public static bool IsTooLong(string error) => TooLong.Contains(error);

    /// <summary>Converts the error to a platform exception that says when, and whether, to retry. Unknown codes are permanent.</summary>
    public static PlatformException ToPlatformException(this SlackApiException exception) => exception.Error switch
    {
        var error when OfTheToken.Contains(error) =>
            new PlatformException(exception.Message, UntilMended, stopsWorkspace: true, inner: exception),
        var error when OfTheRate.Contains(error) =>
            new PlatformException(exception.Message, UntilSlower, stopsWorkspace: exception.Method is PostMessage, inner: exception),
        var error when Passing.Contains(error) => new PlatformException(exception.Message, inner: exception),
        var error when OfUnknownFate.Contains(error) => new PlatformException(exception.Message, fateUnknown: true, inner: exception),
        _ => new PlatformException(exception.Message, isPermanent: true, inner: exception),
    };

    /// <summary>Calls Slack and converts its errors to platform-neutral exceptions.</summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SlackApiException exception)
        {
            throw exception.ToPlatformException();
        }
    }
}

/// <summary>Slack answered <c>ok: false</c>.</summary>
public sealed class SlackApiException(string method, string error, IReadOnlyList<string> messages)
    : Exception(messages.Count == 0 ? $"{method}: {error}" : $"{method}: {error} ({string.Join("; ", messages)})")
{
    /// <summary>The method that was called.</summary>
    public string Method { get; } = method;

    /// <summary>Slack's code, for example <c>channel_not_found</c>.</summary>
    public string Error { get; } = error;

    /// <summary>Slack's explanations from <c>response_metadata.messages</c>.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;
}
