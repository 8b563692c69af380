using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// The <c>state</c> that travels to Slack and back. It is good for ten minutes and only in the browser that began: half of it is in a
/// cookie there, so nobody can make somebody else finish an installation that they have started.
/// </summary>
public sealed class OAuthStateProtector(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long somebody may think about it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int NonceLength = 32;

    private readonly IDataProtector protector = protection.CreateProtector("RelateBot", "slack install state");

    /// <summary>A new one, and what goes into the cookie.</summary>
    public (string State, string Cookie) Begin()
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceLength));
        var expiresAt = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return (protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{expiresAt}:{nonce}")), nonce);
    }

    /// <summary>What a state that came back is worth, in the browser with this cookie.</summary>
    public OAuthStateVerdict Check(string? state, string? cookie)
    {
        if (string.IsNullOrEmpty(state) || TryOpen(state) is not [var expiresAt, var nonce])
        {
            return OAuthStateVerdict.Forged;
        }

        if (string.IsNullOrEmpty(cookie)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(cookie)))
        {
            return OAuthStateVerdict.OtherBrowser;
        }

        return clock.GetUtcNow().ToUnixTimeSeconds() > long.Parse(expiresAt, CultureInfo.InvariantCulture)
            ? OAuthStateVerdict.Expired
            : OAuthStateVerdict.Good;
    }

    private string[] TryOpen(string state)
    {
        try
        {
            return protector.Unprotect(state).Split(':');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}

/// <summary>What a state that came back from Slack is worth.</summary>
public enum OAuthStateVerdict
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
