namespace RelateBot.Bot.Slack;

/// <summary>What a request's signature is worth.</summary>
public enum SlackSignatureVerdict
{
    /// <summary>No signature or no timestamp.</summary>
    Missing,

    /// <summary>Too long ago or too far ahead, or no time at all: perhaps replayed.</summary>
    Stale,

    /// <summary>Not made with this app's secret over this body.</summary>
    Wrong,

    /// <summary>Slack sent it.</summary>
    Good,
}
