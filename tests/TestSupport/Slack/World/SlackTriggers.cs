using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Triggers, which work once within three seconds: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
/// </summary>
internal sealed class SlackTriggers(SlackStandInOptions options)
{
    private readonly ConcurrentDictionary<string, SlackTrigger> triggers = new(StringComparer.Ordinal);
    private long minted;

    public string Mint(string userId)
    {
        var now = options.Time.GetUtcNow();
        var number = Interlocked.Increment(ref minted);
        var id = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}.{number:D10}.{Guid.CreateVersion7(now):N}");
        triggers[id] = new SlackTrigger(id, userId, now);
        return id;
    }

    public SlackTrigger Exchange(string id)
    {
        if (!triggers.TryGetValue(id, out var trigger)) throw new SlackRefusal("invalid_trigger_id");
        if (trigger.Exchanged) throw new SlackRefusal("exchanged_trigger_id");
        if (options.Time.GetUtcNow() - trigger.MintedAt > options.TriggerLifetime) throw new SlackRefusal("expired_trigger_id");
        trigger.Exchanged = true;
        return trigger;
    }
}

internal sealed record SlackTrigger(string Id, string UserId, DateTimeOffset MintedAt)
{
    public bool Exchanged { get; set; }
}

/// <summary>An open modal or a published home page. https://docs.slack.dev/reference/views</summary>
public sealed record SlackView
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string Type { get; init; }

    public required string Hash { get; init; }

    public required string RootViewId { get; init; }

    public string? PreviousViewId { get; init; }

    /// <summary>The view that the bot sent, each block with a block_id.</summary>
    public required JsonElement Sent { get; init; }

    public bool Closed { get; init; }

    public string CallbackId => Optional("callback_id");

    public string PrivateMetadata => Optional("private_metadata");

    public string ExternalId => Optional("external_id");

    public JsonElement Blocks => Sent.GetProperty("blocks");

    private string Optional(string name) => Sent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
