namespace RelateBot.Bot.Chat.Platforms;

/// <summary>A platform refused a request or didn't answer.</summary>
/// <param name="message">What went wrong, without secrets and without anything that a person wrote.</param>
/// <param name="retryAfter">How long to wait before the next attempt; null lets the outbox choose. Ignored when the error is
/// permanent.</param>
/// <param name="isPermanent">True when another attempt can't succeed.</param>
/// <param name="fateUnknown">True when the request may have been carried out although no answer came.</param>
/// <param name="stopsWorkspace">True when no other message can be sent through the workspace before then.</param>
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
    /// <summary>How long to wait before the next attempt; null lets the outbox choose.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>True when another attempt can't succeed.</summary>
    public bool IsPermanent { get; } = isPermanent;

    /// <summary>True when the request may have been carried out although no answer came.</summary>
    public bool OutcomeUnknown { get; } = fateUnknown;

    /// <summary>
    /// True when no other message can be sent through the workspace before then. The outbox never gives up a message for such an error.
    /// </summary>
    public bool StopsWorkspace { get; } = stopsWorkspace;
}
