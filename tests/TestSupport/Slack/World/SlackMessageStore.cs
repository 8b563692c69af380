namespace RelateBot.TestSupport.Slack;

/// <summary>All messages of a workspace, with methods that wait for one.</summary>
public sealed class SlackMessageStore
{
    private readonly SlackWorkspace workspace;
    private readonly Waiters<SlackMessage> waiters;
    private readonly List<SlackMessage> ephemerals = [];

    internal SlackMessageStore(SlackWorkspace workspace)
    {
        this.workspace = workspace;
        waiters = new Waiters<SlackMessage>(workspace.StandIn.Options.WaitTimeout);
    }

    /// <summary>The latest versions of ephemeral messages, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Ephemerals
    {
        get
        {
            lock (ephemerals) return [.. ephemerals.Where(m => !m.Deleted)];
        }
    }

    public IReadOnlyList<SlackMessage> EphemeralsTo(SlackUser user) => [.. Ephemerals.Where(m => m.EphemeralTo == user.Id)];

    /// <summary>
    /// Waits for the first existing or future message, or edit, that matches. <paramref name="channelOrUser"/> is a channel's id or name,
    /// or a user's id for the direct message with the bot.
    /// </summary>
    public Task<SlackMessage> WaitForMessageAsync(
        string channelOrUser, Func<SlackMessage, bool>? predicate = null, CancellationToken cancellationToken = default)
    {
        var channel = workspace.Channel(channelOrUser);
        return waiters.WaitAsync(
            m => m.EphemeralTo is null && !m.Deleted && m.ChannelId == channel.Id && (predicate?.Invoke(m) ?? true),
            () => channel.Messages,
            $"message in {channelOrUser}",
            cancellationToken);
    }

    public Task<SlackMessage> WaitForMessageAsync(
        SlackUser user, Func<SlackMessage, bool>? predicate = null, CancellationToken cancellationToken = default) =>
        WaitForMessageAsync(user.Id, m => m.BotId is not null && (predicate?.Invoke(m) ?? true), cancellationToken);

    public Task<SlackMessage> WaitForDeletionAsync(SlackMessage message, CancellationToken cancellationToken = default) =>
        waiters.WaitAsync(
        m => m.Deleted && m.ChannelId == message.ChannelId && m.Ts == message.Ts,
        () => [.. workspace.Channel(message.ChannelId).EverPosted, .. EverEphemeral()],
        $"deletion of {message.Ts}",
        cancellationToken);

    public Task<SlackMessage> WaitForEphemeralAsync(
        SlackUser user, Func<SlackMessage, bool>? predicate = null, CancellationToken cancellationToken = default) => waiters.WaitAsync(
            m => m.EphemeralTo == user.Id && !m.Deleted && (predicate?.Invoke(m) ?? true),
            () => Ephemerals,
            $"message that only {user.Name} sees",
            cancellationToken);

    /// <summary>Posts a message by a person.</summary>
    public SlackMessage Say(SlackUser user, SlackChannel channel, string text, string? threadTs = null) =>
        Put(new SlackMessage
        {
            ChannelId = channel.Id,
            Ts = workspace.Clock.NextTs(),
            UserId = user.Id,
            Text = text,
            Blocks = text.Length is 0 ? default : SlackEditor.Blocks(text),
            ThreadTs = threadTs
        });

    /// <summary>Posts a message by another bot or a webhook. A webhook has no user.</summary>
    public SlackMessage SayAsProgram(SlackUser? program, SlackChannel channel, string text) =>
        Put(new SlackMessage
        {
            ChannelId = channel.Id,
            Ts = workspace.Clock.NextTs(),
            UserId = program?.Id ?? "",
            BotId = "B0OTHER",
            Text = text
        });

    /// <summary>Returns the latest version, or null when it was deleted.</summary>
    public SlackMessage? Newest(SlackMessage message) => message.EphemeralTo is null
        ? workspace.Find(message.ChannelId)?.Find(message.Ts)
        : Ephemerals.FirstOrDefault(m => m.Ts == message.Ts);

    internal void React(SlackMessage message, SlackReaction reaction, bool isAdded)
    {
        if (Newest(message) is not { } newest) return;
        var others = newest.Reactions.Remove(reaction);
        Put(newest with { Reactions = isAdded ? others.Add(reaction) : others });
    }

    internal SlackMessage Put(SlackMessage message)
    {
        if (message.EphemeralTo is null) workspace.Channel(message.ChannelId).Put(message);
        else PutEphemeral(message);
        waiters.Publish(message);
        return message;
    }

    private void PutEphemeral(SlackMessage message)
    {
        lock (ephemerals)
        {
            var index = ephemerals.FindIndex(m => m.Ts == message.Ts);
            if (index < 0) ephemerals.Add(message);
            else ephemerals[index] = message;
        }
    }

    private SlackMessage[] EverEphemeral()
    {
        lock (ephemerals) return [.. ephemerals];
    }
}
