namespace RelateBot.TestSupport.Teams;

/// <summary>A tenant's people and conversations, and the bot's messages.</summary>
public sealed class TeamsTenant
{
    private readonly Lock gate = new();
    private readonly List<TeamsUser> users = [];
    private readonly List<TeamsConversation> conversations = [];
    private readonly List<TeamsMessage> messages = [];
    private readonly Waiters<TeamsMessage> waiters = new(TimeSpan.FromSeconds(20));
    private long lastId = 1_795_315_931_000;

    public string Id { get; init; } = "7d1f6a52-3c0e-4a7b-9a55-0c9f2f6b1e01";

    public IReadOnlyList<TeamsMessage> Messages
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    public TeamsUser AddUser(string name, Func<TeamsUser, TeamsUser>? with = null)
    {
        lock (gate)
        {
            var short_ = name.ToLowerInvariant().Replace(' ', '-');
            var user = new TeamsUser
            {
                AadObjectId = $"5e1b0000-0000-4000-8000-{users.Count + 1:D12}",
                Id = $"29:1{short_}",
                Name = name,
                Email = $"{short_}@example.com"
            };
            users.Add(user = with?.Invoke(user) ?? user);
            return user;
        }
    }

    /// <summary>Replaces a user.</summary>
    public void Change(TeamsUser user)
    {
        lock (gate) users[users.FindIndex(known => known.AadObjectId == user.AadObjectId)] = user;
    }

    /// <summary>Adds a personal chat with the bot, as installing it does.</summary>
    public TeamsConversation AddPersonal(TeamsUser user) =>
        Add(new TeamsConversation { Id = $"a:1personal-{user.AadObjectId}", Type = "personal", Members = [user.AadObjectId] });

    public TeamsConversation AddGroupChat(params TeamsUser[] members) =>
        Add(new TeamsConversation
        {
            Id = $"19:group-{NextId()}@thread.v2",
            Type = "groupChat",
            Members = [.. members.Select(member => member.AadObjectId)]
        });

    /// <summary>Adds a channel of a team. The general channel has the team's id.</summary>
    public TeamsConversation AddChannel(string teamId, string name, params TeamsUser[] members) => Add(new TeamsConversation
    {
        Id = name == "General" ? teamId : $"19:{name}@thread.tacv2",
        Type = "channel",
        Name = name,
        TeamId = teamId,
        Members = [.. members.Select(member => member.AadObjectId)],
    });

    /// <summary>Waits for the first existing or future message that matches.</summary>
    public Task<TeamsMessage> WaitForMessageAsync(Func<TeamsMessage, bool> predicate) =>
        waiters.WaitAsync(predicate, () => Messages, "such message", CancellationToken.None);

    /// <summary>Waits for a message in one conversation.</summary>
    public Task<TeamsMessage> WaitForMessageAsync(TeamsConversation place, string saying) =>
        WaitForMessageAsync(message =>
            message.Conversation.Split(';')[0] == place.Id && message.Everything.Contains(saying, StringComparison.Ordinal));

    internal TeamsUser? FindUser(string id)
    {
        lock (gate) return users.Find(user => user.Id == id || user.AadObjectId == id);
    }

    internal TeamsConversation? FindConversation(string id)
    {
        lock (gate) return conversations.Find(conversation => conversation.Id == id.Split(';')[0]);
    }

    internal IReadOnlyList<TeamsConversation> ChannelsOf(string teamId)
    {
        lock (gate) return [.. conversations.Where(conversation => conversation.TeamId == teamId)];
    }

    internal TeamsMessage? FindMessage(string conversation, string id) =>
        Messages.FirstOrDefault(message => message.Conversation == conversation && message.Id == id && !message.IsDeleted);

    internal string NextId() => Interlocked.Increment(ref lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal void Put(TeamsMessage message)
    {
        lock (gate)
        {
            messages.RemoveAll(known => known.Conversation == message.Conversation && known.Id == message.Id);
            messages.Add(message);
        }

        waiters.Publish(message);
    }

    private TeamsConversation Add(TeamsConversation conversation)
    {
        lock (gate)
        {
            if (conversations.Find(known => known.Id == conversation.Id) is { } known) return known;
            conversations.Add(conversation);
            return conversation;
        }
    }
}
