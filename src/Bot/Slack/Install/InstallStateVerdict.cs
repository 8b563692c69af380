namespace RelateBot.Bot.Slack.Install;

/// <summary>What a state that came back from Slack is worth.</summary>
public enum InstallStateVerdict
{
    /// <summary>Not made here.</summary>
    Forged,

    /// <summary>Begun in another browser, or one that keeps no cookies.</summary>
    OtherBrowser,

    /// <summary>Begun too long ago.</summary>
    Expired,

    /// <summary>Begun here, just now.</summary>
    Good,
}
