using System.Net;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// Maps the connector's errors to retry decisions:
/// https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
/// </summary>
internal static class ConnectorErrors
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    /// <summary>Runs a call and converts the connector's errors to platform-neutral exceptions.</summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ConnectorException exception)
        {
            throw exception.ToPlatformException();
        }
    }

    /// <summary>Converts the error to a platform exception that says when, and whether, to retry.</summary>
    public static PlatformException ToPlatformException(this ConnectorException exception) => exception.Status switch
    {
        HttpStatusCode.Unauthorized =>
            new PlatformException(exception.Message, exception.RetryAfter ?? UntilMended, stopsWorkspace: true, inner: exception),
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout =>
            new PlatformException(exception.Message, exception.RetryAfter, inner: exception),
        >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented =>
            new PlatformException(exception.Message, exception.RetryAfter, fateUnknown: true, inner: exception),
        _ => new PlatformException(exception.Message, isPermanent: true, inner: exception),
    };
}

/// <summary>The connector returned an error.</summary>
/// <param name="call">The call.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The connector's error code, if any.</param>
/// <param name="retryAfter">The delay that the connector asks for.</param>
public sealed class ConnectorException(string call, HttpStatusCode status, string? code, TimeSpan? retryAfter = null)
    : Exception($"{call}: {(int)status} {code ?? status.ToString()}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
