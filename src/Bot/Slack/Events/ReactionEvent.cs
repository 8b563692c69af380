namespace RelateBot.Bot.Slack.Events;

/// <summary>https://docs.slack.dev/reference/events/reaction_added and https://docs.slack.dev/reference/events/reaction_removed</summary>
public sealed record ReactionEvent
{
    public const string Added = "reaction_added";
    public const string Removed = "reaction_removed";

    public required string Type { get; init; }

    /// <summary>Who reacted.</summary>
    public string? User { get; init; }

    /// <summary>The emoji's name, with <c>::skin-tone-3</c> for example behind it.</summary>
    public string? Reaction { get; init; }

    /// <summary>Who wrote it; missing when no account did.</summary>
    public string? ItemUser { get; init; }

    public ItemOf? Item { get; init; }

    public string? EventTs { get; init; }

    /// <summary>What was reacted to.</summary>
    /// <param name="Type">A message or a file.</param>
    /// <param name="Channel">Where it is.</param>
    /// <param name="Ts">Which message.</param>
    /// <param name="ChannelType"><c>channel</c> for a public one.</param>
    public sealed record ItemOf(string? Type = null, string? Channel = null, string? Ts = null, string? ChannelType = null);
}
