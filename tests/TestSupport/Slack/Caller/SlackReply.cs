using System.Net;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>What the bot answered to a request from Slack.</summary>
public sealed record SlackReply
{
    public required HttpStatusCode Status { get; init; }

    public required string Body { get; init; }

    /// <summary>Undefined when the body is empty or plain text.</summary>
    public JsonElement Json { get; init; }

    /// <summary>To send the same bytes again.</summary>
    public required SlackSignedRequest Request { get; init; }

    /// <summary>What the user sees because of the answer to a slash command.</summary>
    public SlackMessage? Message { get; init; }

    /// <summary>The view on top after a response_action.</summary>
    public SlackView? View { get; init; }

    /// <summary>By block_id, when a submission was sent back.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>"errors", "update", "push", "clear" or null.</summary>
    public string? ResponseAction =>
        Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty("response_action", out var action) ? action.GetString() : null;

    /// <summary>The trigger_id that the request carried.</summary>
    public string? TriggerId { get; init; }

    /// <summary>The response_url that the request carried.</summary>
    public SlackResponseUrl? ResponseUrl { get; init; }
}
