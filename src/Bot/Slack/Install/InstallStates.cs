using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// The <c>state</c> that travels to Slack and back. It is good for ten minutes and only in the browser that began: half of it is in a
/// cookie there, so nobody can make somebody else finish an installation that they have started.
/// </summary>
public sealed class InstallStates(IDataProtectionProvider protection, TimeProvider clock)
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
    public InstallStateVerdict Check(string? state, string? cookie)
    {
        if (string.IsNullOrEmpty(state) || TryOpen(state) is not [var expiresAt, var nonce])
        {
            return InstallStateVerdict.Forged;
        }

        if (string.IsNullOrEmpty(cookie) || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(cookie)))
        {
            return InstallStateVerdict.OtherBrowser;
        }

        return clock.GetUtcNow().ToUnixTimeSeconds() > long.Parse(expiresAt, CultureInfo.InvariantCulture) ? InstallStateVerdict.Expired : InstallStateVerdict.Good;
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
