namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/objects/conversation-object</summary>
public sealed record Conversation
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public bool IsArchived { get; init; }
}
