using System.Collections.Frozen;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>Shortcuts by their callback_id in infra/slack/manifest.yaml.</summary>
public static class SlackShortcuts
{
    /// <summary>Global shortcuts and the command of each.</summary>
    public static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["say_thanks"] = "thanks",
        ["ask_for_help"] = "ask",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Message shortcuts. Features use the same names.</summary>
    public static readonly FrozenSet<string> OfMessages = FrozenSet.Create(StringComparer.Ordinal, "thank_for_this");
}
