namespace RelateBot.TestSupport.Slack;

/// <summary>The app's request URLs in Slack.</summary>
public sealed record SlackCallerOptions
{
    public string CommandsPath { get; init; } = "/slack/commands";

    public string InteractionsPath { get; init; } = "/slack/interactions";

    public string EventsPath { get; init; } = "/slack/events";

    /// <summary>True: Slack sends everything through sockets.</summary>
    public SlackSocketServer? Sockets { get; init; }

    /// <summary>Only for the caller of another app. The default is the stand-in's.</summary>
    public string? SigningSecret { get; init; }
}
