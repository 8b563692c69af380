using System.Collections.Concurrent;
using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>One team with the bot installed: its people, groups and channels, and all that was said.</summary>
public sealed class SlackWorkspace
{
    private static readonly string[] usualScopes =
    [
        "app_mentions:read", "channels:history", "channels:join", "channels:read", "chat:write", "commands", "groups:history",
        "groups:read", "im:history", "im:read", "im:write", "mpim:history", "mpim:write", "reactions:read", "reactions:write", "team:read",
        "usergroups:read",
        "users.profile:read", "users:read", "users:read.email",
    ];

    private readonly ConcurrentDictionary<string, SlackUser> users = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlackUserGroup> groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlackChannel> channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlackChannel> channelsByName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlackChannel> directMessages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlackChannel> groupMessages = new(StringComparer.Ordinal);
    private readonly string suffix;
    private int made;

    internal SlackWorkspace(SlackStandIn standIn, int number, string name)
    {
        suffix = number.ToString("D2", CultureInfo.InvariantCulture);
        StandIn = standIn;
        Clock = new SlackClock(standIn.Options.Time);
        Name = name;
        Domain = name.ToLowerInvariant().Replace(' ', '-');
        Id = $"T0000000{suffix}";
        BotToken = $"xoxb-stand-in-{suffix}";
        BotId = $"B0000000{suffix}";
        Messages = new SlackMessageStore(this);
        Views = new SlackViews(this);
        Triggers = new SlackTriggers(standIn.Options);
        ResponseUrls = new SlackResponseUrls(this);
        Bot = AddUser("relatebot", u => u with { RealName = "RelateBot", Email = null, IsBot = true });
    }

    public string Id { get; }

    public string Name { get; }

    public string Domain { get; }

    public string BotId { get; }

    /// <summary>The bot as a user, who writes and is mentioned.</summary>
    public SlackUser Bot { get; }

    public string BotToken { get; }

    /// <summary>On Enterprise Grid.</summary>
    public SlackEnterprise? Enterprise { get; internal set; }

    public SlackTokenState TokenState { get; set; }

    /// <summary>What the token may do; take one away to see missing_scope.</summary>
    public ISet<string> Scopes { get; } = new SortedSet<string>(usualScopes, StringComparer.Ordinal);

    /// <summary>Whether the app has a Home tab (its manifest says).</summary>
    public bool HasHomeTab { get; set; } = true;

    public SlackMessageStore Messages { get; }

    public SlackViews Views { get; }

    public SlackResponseUrls ResponseUrls { get; }

    /// <summary>The custom profile fields by id (X…) and the label that people see.</summary>
    public IDictionary<string, string> ProfileFields { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Free workspaces have no user groups.</summary>
    public bool HasUserGroups { get; set; } = true;

    public IReadOnlyList<SlackUser> Users => [.. users.Values.OrderBy(u => u.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SlackUserGroup> UserGroups => [.. groups.Values.OrderBy(g => g.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SlackChannel> Channels => [.. channels.Values.OrderBy(c => c.Id, StringComparer.Ordinal)];

    internal SlackStandIn StandIn { get; }

    internal SlackClock Clock { get; }

    internal SlackTriggers Triggers { get; }

    /// <summary>Held while a call is answered, so that a call is seen whole or not at all.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>"sue" becomes Sue, sue@example.com; <paramref name="change"/> says what is different.</summary>
    public SlackUser AddUser(string name, Func<SlackUser, SlackUser>? change = null)
    {
        var user = new SlackUser
        {
            Id = NewId("U"),
            TeamId = Id,
            Name = name,
            RealName = char.ToUpperInvariant(name[0]) + name[1..],
            DisplayName = name,
            Email = $"{name}@example.com",
        };
        return Put(change is null ? user : change(user));
    }

    /// <summary>Adds a user, or replaces the one with the same id.</summary>
    public SlackUser Put(SlackUser user) => users[user.Id] = user;

    public SlackUserGroup AddUserGroup(string handle, params SlackUser[] members) =>
        Put(new SlackUserGroup { Id = NewId("S"), TeamId = Id, Handle = handle, Name = handle, Users = [.. members.Select(m => m.Id)] });

    public SlackUserGroup Put(SlackUserGroup group) => groups[group.Id] = group;

    public SlackChannel AddChannel(string name, bool isMember = true, bool isPrivate = false, bool isShared = false)
    {
        var channel = new SlackChannel
        {
            Id = NewId("C"),
            TeamId = Id,
            Name = name,
            IsMember = isMember,
            IsPrivate = isPrivate,
            IsShared = isShared
        };
        channelsByName[name] = channel;
        return channels[channel.Id] = channel;
    }

    /// <summary>The channel, or the direct message between this user and the bot (opened when there is none).</summary>
    public SlackChannel Channel(string idOrNameOrUserId) =>
        Find(idOrNameOrUserId) ?? (FindUser(idOrNameOrUserId) is { } user
            ? DirectMessage(user)
            : throw new ArgumentException($"{Name} has no channel or user {idOrNameOrUserId}.", nameof(idOrNameOrUserId)));

    public SlackChannel DirectMessage(SlackUser user) => directMessages.GetOrAdd(user.Id, _ =>
    {
        var channel = new SlackChannel
        {
            Id = NewId("D"),
            TeamId = Id,
            Name = "",
            IsMember = true,
            IsPrivate = true,
            DirectMessageWith = user.Id
        };
        return channels[channel.Id] = channel;
    });

    /// <summary>The group direct message between these users and the bot (opened when there is none).</summary>
    public SlackChannel GroupMessage(params SlackUser[] users) => groupMessages.GetOrAdd(GroupKey(users), key =>
    {
        var name = $"mpdm-{string.Join("--", users.Select(user => user.Name))}-1";
        var channel = new SlackChannel
        {
            Id = NewId("G"),
            TeamId = Id,
            Name = name,
            IsMember = true,
            IsPrivate = true,
            GroupMessageWith = [.. key.Split(',')]
        };
        return channels[channel.Id] = channel;
    });

    /// <summary>What the bot wrote to this user and has not deleted.</summary>
    public IReadOnlyList<SlackMessage> MessagesTo(SlackUser user) =>
        FindDirectMessage(user.Id) is { } channel ? [.. channel.Messages.Where(m => m.BotId is not null)] : [];

    /// <summary>A trigger as an interaction would carry it.</summary>
    public string MintTrigger(SlackUser user) => Triggers.Mint(user.Id);

    public SlackUser? FindUser(string id) => users.GetValueOrDefault(id);

    internal SlackUserGroup? FindGroup(string id) => groups.GetValueOrDefault(id);

    internal SlackChannel? FindDirectMessage(string userId) => directMessages.GetValueOrDefault(userId);

    internal SlackChannel? FindGroupMessage(IEnumerable<SlackUser> users) => groupMessages.GetValueOrDefault(GroupKey(users));

    internal SlackChannel? Find(string idOrName) =>
        channels.GetValueOrDefault(idOrName) ?? channelsByName.GetValueOrDefault(idOrName.TrimStart('#'));

    internal string NewId(string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}0{suffix}{Interlocked.Increment(ref made):D7}");

    private static string GroupKey(IEnumerable<SlackUser> users) =>
        string.Join(',', users.Select(user => user.Id).Order(StringComparer.Ordinal));
}
