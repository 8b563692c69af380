namespace RelateBot.TestSupport.Slack;

/// <summary>Where Slack was told to send what.</summary>
public sealed record SlackCallerOptions
{
    public string CommandsPath { get; init; } = "/slack/commands";

    public string InteractionsPath { get; init; } = "/slack/interactions";

    public string EventsPath { get; init; } = "/slack/events";

    /// <summary>Slack sends everything through sockets instead.</summary>
    public SlackSocketServer? Sockets { get; init; }

    /// <summary>Only for a caller of another app; the stand-in's by default.</summary>
    public string? SigningSecret { get; init; }
}
