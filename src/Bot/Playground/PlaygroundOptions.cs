namespace RelateBot.Bot.Playground;

/// <summary>Section <c>Playground</c>: a chat in the browser, for trying RelateBot out. Nobody signs in to it.</summary>
public sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>
    /// Whether it is there. Unset: in Development only, and only on this machine's own addresses. Set to true it is served
    /// wherever the host listens, so that everybody who reaches the address can act as anybody.
    /// </summary>
    public bool? Enabled { get; set; }
}
