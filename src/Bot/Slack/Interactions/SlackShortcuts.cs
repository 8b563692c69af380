using System.Collections.Frozen;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>Shortcuts, by their callback_id in infra/slack/manifest.yaml.</summary>
public static class SlackShortcuts
{
    /// <summary>Those of the shortcuts menu, and the command that each stands for.</summary>
    public static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["say_thanks"] = "thanks",
        ["ask_for_help"] = "ask",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those of a message's menu; features know them by the same name.</summary>
    public static readonly FrozenSet<string> OfMessages = FrozenSet.Create(StringComparer.Ordinal, "thank_for_this");
}
