namespace RelateBot.TestSupport.Slack;

/// <summary>Changes to a signed request, for tests of the signature check.</summary>
public sealed record SlackTamper
{
    /// <summary>Signs for a different time.</summary>
    public TimeSpan TimestampShift { get; init; }

    public string? SigningSecret { get; init; }

    public bool OmitSignature { get; init; }

    public bool OmitTimestamp { get; init; }

    /// <summary>Replaces the signature.</summary>
    public string? Signature { get; init; }

    /// <summary>Replaces the timestamp after signing.</summary>
    public string? Timestamp { get; init; }

    /// <summary>How many bytes are cut from the end after signing.</summary>
    public int DropBytes { get; init; }

    /// <summary>X-Slack-Retry-Num, for events only.</summary>
    public int? RetryNumber { get; init; }

    public string RetryReason { get; init; } = "http_timeout";
}
