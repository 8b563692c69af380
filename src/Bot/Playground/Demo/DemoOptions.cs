namespace RelateBot.Bot.Playground.Demo;

/// <summary>Section <c>Demo</c>: a fictional organisation for trying out the playground.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>
    /// Whether an empty database is filled with it. Default: in Development, if no other platform is configured. It requires the
    /// playground.
    /// </summary>
    public bool? Enabled { get; set; }
}
