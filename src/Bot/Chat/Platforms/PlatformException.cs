namespace RelateBot.Bot.Chat.Platforms;

/// <summary>A platform said no, or nothing.</summary>
/// <param name="message">What it said, without secrets and without anybody's words.</param>
/// <param name="retryAfter">How long to wait before trying again; null lets the outbox choose. Ignored when it is permanent.</param>
/// <param name="isPermanent">True when trying again cannot help.</param>
/// <param name="fateUnknown">True when the request may have been carried out although no answer came.</param>
/// <param name="stopsWorkspace">True when no other message would get through the workspace before that either.</param>
/// <param name="inner">The cause.</param>
public sealed class PlatformException(
    string message,
    TimeSpan? retryAfter = null,
    bool isPermanent = false,
    bool fateUnknown = false,
    bool stopsWorkspace = false,
    Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>How long to wait before trying again; null lets the outbox choose.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>True when trying again cannot help.</summary>
    public bool IsPermanent { get; } = isPermanent;

    /// <summary>True when the request may have been carried out although no answer came.</summary>
    public bool OutcomeUnknown { get; } = fateUnknown;

    /// <summary>
    /// True when no other message would get through the workspace before that either. Such a message is never given up for it.
    /// </summary>
    public bool StopsWorkspace { get; } = stopsWorkspace;

    /// <summary>
    /// True when nothing can be posted to the channel, whatever it says, until somebody mends the channel or the setting that names it. The
    /// message then says what to do.
    /// </summary>
    public bool IsAboutChannel { get; init; }
}
