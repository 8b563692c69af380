using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.Api;

/// <summary>What every method answers: https://docs.slack.dev/apis/web-api/#evaluating-responses</summary>
public record SlackResponse
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>The scope that a missing_scope is about.</summary>
    public string? Needed { get; init; }

    /// <summary>What the token may do: not part of the answer itself, but its header X-OAuth-Scopes.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> Scopes { get; set; } = [];

    public ResponseMetadata? ResponseMetadata { get; init; }
}

/// <summary>Where the next page starts, and what Slack has to say about the call.</summary>
public sealed record ResponseMetadata
{
    public string? NextCursor { get; init; }

    public IReadOnlyList<string>? Messages { get; init; }
}
