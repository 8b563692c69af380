namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/objects/usergroup-object</summary>
public sealed record UserGroup
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Handle { get; init; }

    /// <summary>Unix seconds of when it was disabled; 0 while it is not.</summary>
    public long DateDelete { get; init; }

    public IReadOnlyList<string> Users { get; init; } = [];
}
