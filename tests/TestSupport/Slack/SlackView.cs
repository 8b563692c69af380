using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>An opened modal or a published home. https://docs.slack.dev/reference/views</summary>
public sealed record SlackView
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string Type { get; init; }

    public required string Hash { get; init; }

    public required string RootViewId { get; init; }

    public string? PreviousViewId { get; init; }

    /// <summary>As the bot sent it, every block with a block_id.</summary>
    public required JsonElement Sent { get; init; }

    public bool Closed { get; init; }

    public string CallbackId => Optional("callback_id");

    public string PrivateMetadata => Optional("private_metadata");

    public string ExternalId => Optional("external_id");

    public JsonElement Blocks => Sent.GetProperty("blocks");

    private string Optional(string name) => Sent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
