using System.Net;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>The bot's response to a request from Slack.</summary>
public sealed record SlackReply
{
    public required HttpStatusCode Status { get; init; }

    public required string Body { get; init; }

    /// <summary>Undefined when the body is empty or plain text.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The request, for sending the same bytes again.</summary>
    public required SlackSignedRequest Request { get; init; }

    /// <summary>The message that the user sees after a slash command.</summary>
    public SlackMessage? Message { get; init; }

    /// <summary>The top view after a response_action.</summary>
    public SlackView? View { get; init; }

    /// <summary>The errors of a rejected submission, by block_id.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>"errors", "update", "push", "clear" or null.</summary>
    public string? ResponseAction =>
        Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty("response_action", out var action) ? action.GetString() : null;

    /// <summary>The request's trigger_id.</summary>
    public string? TriggerId { get; init; }

    /// <summary>The request's response_url.</summary>
    public SlackResponseUrl? ResponseUrl { get; init; }
}
