using System.Collections.Immutable;

namespace RelateBot.TestSupport.Slack;

/// <summary>A public or private channel, or a direct message between the bot and one or more people. Messages are sorted by ts.</summary>
public sealed class SlackChannel
{
    private readonly List<SlackMessage> messages = [];
    private readonly Dictionary<string, int> byTs = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    public required string TeamId { get; init; }

    /// <summary>Empty for direct messages.</summary>
    public required string Name { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; set; }

    /// <summary>True when the bot is a member.</summary>
    public bool IsMember { get; set; }

    public bool IsShared { get; init; }

    /// <summary>The other person in a direct message.</summary>
    public string? DirectMessageWith { get; init; }

    public bool IsDirectMessage => DirectMessageWith is not null;

    /// <summary>The people of a group direct message. Empty for other kinds.</summary>
    public ImmutableArray<string> GroupMessageWith { get; init; } = [];

    public bool IsGroupMessage => !GroupMessageWith.IsEmpty;

    /// <summary>The visible messages in their latest version, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Messages
    {
        get
        {
            lock (messages) return [.. messages.Where(m => !m.Deleted)];
        }
    }

    /// <summary>All messages, including deleted ones.</summary>
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
