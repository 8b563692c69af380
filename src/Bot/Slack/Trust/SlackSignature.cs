using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RelateBot.Bot.Slack.Trust;

/// <summary>Tells whether Slack sent a request: https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
public static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    private const int SkewSeconds = 5 * 60;

    /// <summary>The signature that Slack would send with this body.</summary>
    public static string Compute(string signingSecret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(signingSecret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>Compared in constant time, over the body's raw bytes, at most five minutes off either way.</summary>
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
