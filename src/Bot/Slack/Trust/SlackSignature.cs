using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RelateBot.Bot.Slack.Trust;

/// <summary>Verifies that a request comes from Slack: https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
public static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    private const int SkewSeconds = 5 * 60;

    /// <summary>Computes the signature that Slack sends with this body.</summary>
    public static string Compute(string signingSecret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(signingSecret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>Checks the signature of the raw body in constant time. The timestamp may differ by at most five minutes.</summary>
    public static SlackSignatureVerdict Check(
        string signingSecret,
        string? timestamp,
        string? signature,
        ReadOnlySpan<byte> body,
        DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signingSecret);
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature))
        {
            return SlackSignatureVerdict.Missing;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt)
            || Math.Abs(now.ToUnixTimeSeconds() - sentAt) > SkewSeconds)
        {
            return SlackSignatureVerdict.Stale;
        }

        var expected = Encoding.UTF8.GetBytes(Compute(signingSecret, timestamp, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature))
            ? SlackSignatureVerdict.Good
            : SlackSignatureVerdict.Wrong;
    }
}

/// <summary>The result of checking a request's signature.</summary>
public enum SlackSignatureVerdict
{
    /// <summary>The signature or the timestamp is missing.</summary>
    Missing,

    /// <summary>The timestamp is too old, too far in the future, or invalid. The request may be a replay.</summary>
    Stale,

    /// <summary>The signature doesn't match this app's secret and this body.</summary>
    Wrong,

    /// <summary>The signature is valid.</summary>
    Good,
}
