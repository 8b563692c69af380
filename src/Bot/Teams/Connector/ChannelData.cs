namespace RelateBot.Bot.Teams.Connector;

/// <summary>What only Teams tells: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics#teams-channel-data</summary>
public sealed record ChannelData
{
    public TenantOf? Tenant { get; init; }

    public TeamOf? Team { get; init; }

    public ChannelOf? Channel { get; init; }

    /// <summary>Of conversationUpdate: teamMemberAdded, channelRenamed, teamDeleted …</summary>
    public string? EventType { get; init; }

    public sealed record TenantOf(string Id);

    public sealed record TeamOf(string Id, string? Name, string? AadGroupId);

    public sealed record ChannelOf(string Id, string? Name);
}
