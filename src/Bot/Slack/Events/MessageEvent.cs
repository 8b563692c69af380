using System.Text.Json.Serialization;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Slack.Events;

/// <summary>https://docs.slack.dev/reference/events/message.im and https://docs.slack.dev/reference/events/app_mention</summary>
public sealed record MessageEvent
{
    public required string Type { get; init; }

    public required string Channel { get; init; }

    public required string Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public string? Text { get; init; }

    /// <summary>What the person's editor made of it.</summary>
    [JsonConverter(typeof(RichText))]
    public IncomingText? Blocks { get; init; }

    /// <summary>The team that it was written in.</summary>
    public string? Team { get; init; }

    /// <summary>The author's own team, where it may be another one.</summary>
    public string? UserTeam { get; init; }

    public string? SourceTeam { get; init; }

    /// <summary>A program wrote it.</summary>
    public string? BotId { get; init; }

    public EditOf? Edited { get; init; }

    /// <summary><c>im</c>: the direct messages with the bot.</summary>
    public string? ChannelType { get; init; }

    public sealed record EditOf(string? Ts = null);
}
