using System.Collections.Concurrent;
using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>A team with the bot installed: its people, groups, channels and messages.</summary>
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

    /// <summary>The bot's user.</summary>
    public SlackUser Bot { get; }

    public string BotToken { get; }

    /// <summary>The enterprise, on Enterprise Grid.</summary>
    public SlackEnterprise? Enterprise { get; internal set; }

    public SlackTokenState TokenState { get; set; }

    /// <summary>The token's scopes. Remove one to get missing_scope.</summary>
    public ISet<string> Scopes { get; } = new SortedSet<string>(usualScopes, StringComparer.Ordinal);

    /// <summary>True when the app's manifest has a Home tab.</summary>
    public bool HasHomeTab { get; set; } = true;

    public SlackMessageStore Messages { get; }

    public SlackViews Views { get; }

    public SlackResponseUrls ResponseUrls { get; }

    /// <summary>Labels of the custom profile fields by id (X…).</summary>
    public IDictionary<string, string> ProfileFields { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>False for a free workspace, which has no user groups.</summary>
    public bool HasUserGroups { get; set; } = true;

    public IReadOnlyList<SlackUser> Users => [.. users.Values.OrderBy(u => u.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SlackUserGroup> UserGroups => [.. groups.Values.OrderBy(g => g.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SlackChannel> Channels => [.. channels.Values.OrderBy(c => c.Id, StringComparer.Ordinal)];

    internal SlackStandIn StandIn { get; }

    internal SlackClock Clock { get; }

    internal SlackTriggers Triggers { get; }

    /// <summary>Locked during a call, so that a call is seen completely or not at all.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Adds a user: "sue" becomes Sue, sue@example.com. <paramref name="change"/> changes the defaults.</summary>
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

    /// <summary>Returns the channel, or the direct message between this user and the bot, which is opened if needed.</summary>
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

    /// <summary>Returns the group direct message between these users and the bot, which is opened if needed.</summary>
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

    /// <summary>The bot's messages to this user that weren't deleted.</summary>
    public IReadOnlyList<SlackMessage> MessagesTo(SlackUser user) =>
        FindDirectMessage(user.Id) is { } channel ? [.. channel.Messages.Where(m => m.BotId is not null)] : [];

    /// <summary>Creates a trigger for an interaction.</summary>
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
