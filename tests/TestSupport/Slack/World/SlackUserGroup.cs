using System.Collections.Immutable;

namespace RelateBot.TestSupport.Slack;

/// <summary>https://docs.slack.dev/reference/objects/usergroup-object</summary>
public sealed record SlackUserGroup
{
    public required string Id { get; init; }

    public required string TeamId { get; init; }

    public required string Handle { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<string> Users { get; init; } = [];

    public bool Disabled { get; init; }

    public string Mention => $"<!subteam^{Id}|@{Handle}>";
}
