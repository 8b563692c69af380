using System.Collections.Concurrent;
using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses: three seconds, one use.</summary>
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
