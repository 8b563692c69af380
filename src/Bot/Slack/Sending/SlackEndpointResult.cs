using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>The response to a request over HTTP or a socket.</summary>
public sealed record SlackEndpointResult
{
    private SlackEndpointResult()
    {
    }

    /// <summary>The request is acknowledged without an answer.</summary>
    public static SlackEndpointResult Ok { get; } = new();

    /// <summary>The request isn't from Slack or is malformed.</summary>
    public static SlackEndpointResult BadRequest { get; } = new() { Status = StatusCodes.Status400BadRequest };

    /// <summary>The request can't be handled now. Slack delivers an event again in a minute.</summary>
    public static SlackEndpointResult RetryLater { get; } = new() { Status = StatusCodes.Status503ServiceUnavailable };

    /// <summary>The HTTP status. In Socket Mode only <see cref="RetryLater"/> has an effect.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>JSON in the response, if any.</summary>
    public JsonElement? Payload { get; private init; }

    /// <summary>Plain text, used only over HTTP.</summary>
    public string? Text { get; private init; }

    public static SlackEndpointResult Of(string text) => new() { Text = text };

    public static SlackEndpointResult Of<T>(T payload, JsonTypeInfo<T> type) =>
        new() { Payload = JsonSerializer.SerializeToElement(payload, type) };

    /// <summary>Converts it to an HTTP response.</summary>
    public IResult ToResult() => this switch
    {
        { Payload: { } payload } => TypedResults.Text(payload.GetRawText(), "application/json", Encoding.UTF8, Status),
        { Text: { } text } => TypedResults.Text(text),
        _ => TypedResults.StatusCode(Status),
    };
}
