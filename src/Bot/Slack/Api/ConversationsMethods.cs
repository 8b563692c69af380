namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/objects/conversation-object</summary>
public sealed record Conversation
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public bool IsArchived { get; init; }
}

/// <summary>One user id, or up to eight separated by commas: https://docs.slack.dev/reference/methods/conversations.open</summary>
public sealed record ConversationsOpenRequest(string Users);

public sealed record ConversationsOpenResponse : SlackResponse
{
    public Conversation? Channel { get; init; }
}

/// <summary>https://docs.slack.dev/reference/methods/conversations.join</summary>
public sealed record ConversationsJoinRequest(string Channel);

/// <summary>https://docs.slack.dev/reference/methods/conversations.info</summary>
public sealed record ConversationsInfoResponse : SlackResponse
{
    public Conversation? Channel { get; init; }
}

/// <summary>https://docs.slack.dev/reference/methods/conversations.list</summary>
public sealed record ConversationsListResponse : SlackResponse
{
    public IReadOnlyList<Conversation> Channels { get; init; } = [];
}

/// <summary>https://docs.slack.dev/reference/methods/conversations.history</summary>
public sealed record ConversationsHistoryResponse : SlackResponse
{
    public IReadOnlyList<HistoryMessage> Messages { get; init; } = [];
}

/// <summary>The parts of a message in a conversation's history that we use.</summary>
public sealed record HistoryMessage
{
    public required string Ts { get; init; }

    public MessageMetadata? Metadata { get; init; }
}
