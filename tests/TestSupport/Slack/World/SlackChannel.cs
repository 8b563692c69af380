using System.Collections.Immutable;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// A channel, a private channel, or a direct message between the bot and one person or several. Messages are kept in the order of their ts.
/// </summary>
public sealed class SlackChannel
{
    private readonly List<SlackMessage> messages = [];
    private readonly Dictionary<string, int> byTs = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    public required string TeamId { get; init; }

    /// <summary>Empty for a direct message and a group one.</summary>
    public required string Name { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; set; }

    /// <summary>Whether the bot is in it.</summary>
    public bool IsMember { get; set; }

    public bool IsShared { get; init; }

    /// <summary>The other side of a direct message.</summary>
    public string? DirectMessageWith { get; init; }

    public bool IsDirectMessage => DirectMessageWith is not null;

    /// <summary>The people of a group direct message; empty for anything else.</summary>
    public ImmutableArray<string> GroupMessageWith { get; init; } = [];

    public bool IsGroupMessage => !GroupMessageWith.IsEmpty;

    /// <summary>What can be read now, oldest first: newest versions, nothing deleted.</summary>
    public IReadOnlyList<SlackMessage> Messages
    {
        get
        {
            lock (messages) return [.. messages.Where(m => !m.Deleted)];
        }
    }

    /// <summary>With the deleted ones.</summary>
    public IReadOnlyList<SlackMessage> EverPosted
    {
        get
        {
            lock (messages) return [.. messages];
        }
    }

    public SlackMessage? Find(string ts)
    {
        lock (messages) return byTs.TryGetValue(ts, out var index) && !messages[index].Deleted ? messages[index] : null;
    }

    internal void Put(SlackMessage message)
    {
        lock (messages)
        {
            if (byTs.TryGetValue(message.Ts, out var index))
            {
                messages[index] = message;
                return;
            }

            byTs[message.Ts] = messages.Count;
            messages.Add(message);
        }
    }
}
