namespace RelateBot.Bot.Playground;

/// <summary>Section <c>Playground</c>: a chat in the browser for trying out RelateBot. It has no sign-in.</summary>
public sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>
    /// Whether the playground is served. Default: only in Development, and only on this machine's own addresses. If true, it is served on
    /// every address of the host, and everyone who can reach it can act as any person.
    /// </summary>
    public bool? Enabled { get; set; }
}
