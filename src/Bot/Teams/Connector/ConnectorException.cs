using System.Net;

namespace RelateBot.Bot.Teams.Connector;

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
