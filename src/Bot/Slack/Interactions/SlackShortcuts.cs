using System.Collections.Frozen;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>Shortcuts, by their callback_id in infra/slack/manifest.yaml, and the command that each stands for.</summary>
public static class SlackShortcuts
{
    public static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["say_thanks"] = "thanks",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
