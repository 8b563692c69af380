using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// Creates and checks the OAuth <c>state</c>. It is valid for ten minutes and only in the browser that started, because half of it is in a
/// cookie. No one can make another person finish an installation that they started.
/// </summary>
public sealed class OAuthStateProtector(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long an installation may take after it was started.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int NonceLength = 32;

    private readonly IDataProtector protector = protection.CreateProtector("RelateBot", "slack install state");

    /// <summary>Creates a state and its cookie.</summary>
    public (string State, string Cookie) Begin()
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceLength));
        var expiresAt = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return (protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{expiresAt}:{nonce}")), nonce);
    }

    /// <summary>Checks a returned state against the browser's cookie.</summary>
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

/// <summary>The result of checking a returned state.</summary>
public enum OAuthStateVerdict
{
    /// <summary>The state wasn't issued here.</summary>
    Forged,

    /// <summary>The installation was started in another browser, or the browser doesn't keep cookies.</summary>
    OtherBrowser,

    /// <summary>The installation was started too long ago.</summary>
    Expired,

    /// <summary>The state is valid.</summary>
    Good,
}
