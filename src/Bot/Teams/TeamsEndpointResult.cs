using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RelateBot.Bot.Teams;

/// <summary>What an activity is answered in the HTTP response; only invokes carry a body.</summary>
public sealed record TeamsEndpointResult
{
    private TeamsEndpointResult()
    {
    }

    /// <summary>Received, and nothing to say here.</summary>
    public static TeamsEndpointResult Ok { get; } = new() { Status = StatusCodes.Status200OK };

    /// <summary>It is no activity.</summary>
    public static TeamsEndpointResult BadRequest { get; } = new() { Status = StatusCodes.Status400BadRequest };

    /// <summary>Well proven, but not allowed here.</summary>
    public static TeamsEndpointResult Forbidden { get; } = new() { Status = StatusCodes.Status403Forbidden };

    /// <summary>An invoke that nobody here understands.</summary>
    public static TeamsEndpointResult NotImplemented { get; } = new() { Status = StatusCodes.Status501NotImplemented };

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>JSON for Teams, if any.</summary>
    public JsonElement? Body { get; private init; }

    public static TeamsEndpointResult Of<T>(T body, JsonTypeInfo<T> type) =>
        new() { Status = StatusCodes.Status200OK, Body = JsonSerializer.SerializeToElement(body, type) };

    /// <summary>As an HTTP response.</summary>
    public IResult ToResult() =>
        Body is { } body ? TypedResults.Text(body.GetRawText(), "application/json", statusCode: Status) : TypedResults.StatusCode(Status);
}
