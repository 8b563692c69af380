namespace RelateBot.TestSupport.Slack;

/// <summary>What is wrong with a request, for tests of the signature check.</summary>
public sealed record SlackTamper
{
    /// <summary>The signature is right for this other time.</summary>
    public TimeSpan TimestampShift { get; init; }

    public string? SigningSecret { get; init; }

    public bool OmitSignature { get; init; }

    public bool OmitTimestamp { get; init; }

    /// <summary>Sent in place of the right signature.</summary>
    public string? Signature { get; init; }

    /// <summary>Sent in place of the right timestamp, after signing.</summary>
    public string? Timestamp { get; init; }

    /// <summary>How many bytes at the end are left out after signing.</summary>
    public int DropBytes { get; init; }

    /// <summary>X-Slack-Retry-Num; an event only.</summary>
    public int? RetryNumber { get; init; }

    public string RetryReason { get; init; } = "http_timeout";
}
