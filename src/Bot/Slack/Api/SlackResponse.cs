using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.Api;

/// <summary>The fields that every method returns: https://docs.slack.dev/apis/web-api/#evaluating-responses</summary>
public record SlackResponse
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>The scope that is missing after missing_scope.</summary>
    public string? Needed { get; init; }

    /// <summary>The token's scopes, from the X-OAuth-Scopes header.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> Scopes { get; set; } = [];

    public ResponseMetadata? ResponseMetadata { get; init; }
}

/// <summary>The cursor of the next page, and Slack's messages about the call.</summary>
public sealed record ResponseMetadata
{
    public string? NextCursor { get; init; }

    public IReadOnlyList<string>? Messages { get; init; }
}
