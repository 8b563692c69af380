namespace RelateBot.Bot.Playground.Demo;

/// <summary>Section <c>Demo</c>: a made-up organisation to try the playground with.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>
    /// Whether an empty database is filled with it. Unset: in Development, as long as no other platform is configured. It lives in the
    /// playground, so it needs that too.
    /// </summary>
    public bool? Enabled { get; set; }
}
