using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>What a request is answered, whichever way it came.</summary>
public sealed record SlackEndpointResult
{
    private SlackEndpointResult()
    {
    }

    /// <summary>Received, and nothing to say.</summary>
    public static SlackEndpointResult Ok { get; } = new();

    /// <summary>It is none of Slack's.</summary>
    public static SlackEndpointResult BadRequest { get; } = new() { Status = StatusCodes.Status400BadRequest };

    /// <summary>Not now. Slack delivers an event again in a minute.</summary>
    public static SlackEndpointResult RetryLater { get; } = new() { Status = StatusCodes.Status503ServiceUnavailable };

    /// <summary>The HTTP status; in Socket Mode only <see cref="RetryLater"/> makes a difference.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>JSON for Slack, if any.</summary>
    public JsonElement? Payload { get; private init; }

    /// <summary>Plain text; over HTTP only.</summary>
    public string? Text { get; private init; }

    public static SlackEndpointResult Of(string text) => new() { Text = text };

    public static SlackEndpointResult Of<T>(T payload, JsonTypeInfo<T> type) =>
        new() { Payload = JsonSerializer.SerializeToElement(payload, type) };

    /// <summary>As an HTTP response.</summary>
    public IResult ToResult() => this switch
    {
        { Payload: { } payload } => TypedResults.Text(payload.GetRawText(), "application/json", Encoding.UTF8, Status),
        { Text: { } text } => TypedResults.Text(text),
        _ => TypedResults.StatusCode(Status),
    };
}
