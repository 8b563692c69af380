using System.Net;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// What the connector's refusals mean for somebody who waits:
/// https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
/// </summary>
internal static class ConnectorErrors
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    /// <summary>Does the work; a refusal comes out as the rest of the bot knows it.</summary>
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

    /// <summary>What waits is told when, and whether, to try again.</summary>
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

/// <summary>The connector said no.</summary>
/// <param name="call">What was asked.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The connector's own code, if any.</param>
/// <param name="retryAfter">How long it asks to wait.</param>
public sealed class ConnectorException(string call, HttpStatusCode status, string? code, TimeSpan? retryAfter = null)
    : Exception($"{call}: {(int)status} {code ?? status.ToString()}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
