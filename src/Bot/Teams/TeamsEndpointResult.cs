using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RelateBot.Bot.Teams;

/// <summary>The HTTP response to an activity. Only invokes get a body.</summary>
public sealed record TeamsEndpointResult
{
    private TeamsEndpointResult()
    {
    }

    /// <summary>The activity is acknowledged without a body.</summary>
    public static TeamsEndpointResult Ok { get; } = new() { Status = StatusCodes.Status200OK };

    /// <summary>The request isn't an activity.</summary>
    public static TeamsEndpointResult BadRequest { get; } = new() { Status = StatusCodes.Status400BadRequest };

    /// <summary>The token is valid, but the activity isn't allowed.</summary>
    public static TeamsEndpointResult Forbidden { get; } = new() { Status = StatusCodes.Status403Forbidden };

    /// <summary>No handler exists for this invoke.</summary>
    public static TeamsEndpointResult NotImplemented { get; } = new() { Status = StatusCodes.Status501NotImplemented };

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>JSON for Teams, if any.</summary>
    public JsonElement? Body { get; private init; }

    public static TeamsEndpointResult Of<T>(T body, JsonTypeInfo<T> type) =>
        new() { Status = StatusCodes.Status200OK, Body = JsonSerializer.SerializeToElement(body, type) };

    /// <summary>Converts it to an HTTP response.</summary>
    public IResult ToResult() =>
        Body is { } body ? TypedResults.Text(body.GetRawText(), "application/json", statusCode: Status) : TypedResults.StatusCode(Status);
}
