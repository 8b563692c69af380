using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RelateBot.Bot.Slack;

/// <summary>What a request is answered, whichever way it came.</summary>
public sealed record SlackAnswer
{
    private SlackAnswer()
    {
    }

    /// <summary>Received, and nothing to say.</summary>
    public static SlackAnswer Ok { get; } = new();

    /// <summary>It is none of Slack's.</summary>
    public static SlackAnswer BadRequest { get; } = new() { Status = StatusCodes.Status400BadRequest };

    /// <summary>Not now. Slack delivers an event again in a minute.</summary>
    public static SlackAnswer Later { get; } = new() { Status = StatusCodes.Status503ServiceUnavailable };

    /// <summary>The HTTP status; in Socket Mode only <see cref="Later"/> makes a difference.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>JSON for Slack, if any.</summary>
    public JsonElement? Payload { get; private init; }

    /// <summary>Plain text; over HTTP only.</summary>
    public string? Text { get; private init; }

    public static SlackAnswer Of(string text) => new() { Text = text };

    public static SlackAnswer Of<T>(T payload, JsonTypeInfo<T> type) => new() { Payload = JsonSerializer.SerializeToElement(payload, type) };

    /// <summary>As an HTTP response.</summary>
    public IResult ToResult() => this switch
    {
        { Payload: { } payload } => TypedResults.Text(payload.GetRawText(), "application/json", Encoding.UTF8, Status),
        { Text: { } text } => TypedResults.Text(text),
        _ => TypedResults.StatusCode(Status),
    };
}
