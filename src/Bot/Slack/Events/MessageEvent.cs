namespace RelateBot.Bot.Slack.Events;

/// <summary>https://docs.slack.dev/reference/events/message.im and https://docs.slack.dev/reference/events/app_mention</summary>
public sealed record MessageEvent
{
    public required string Type { get; init; }

    public required string Channel { get; init; }

    public required string Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public string Text { get; init; } = "";

    /// <summary>A program wrote it.</summary>
    public string? BotId { get; init; }

    public EditOf? Edited { get; init; }

    /// <summary><c>im</c>: the direct messages with the bot.</summary>
    public string? ChannelType { get; init; }

    public sealed record EditOf(string? Ts);
}
