using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>
/// The addresses of Teams' connector. The bot's tokens are sent nowhere else:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#send-proactive-messages
/// </summary>
public sealed class TrustedServiceUrls(IOptions<TeamsOptions> options)
{
    private static readonly ImmutableArray<string> Hosts =
        [
            "smba.trafficmanager.net",
            "smba.infra.gcc.teams.microsoft.com",
            "smba.infra.gov.teams.microsoft.us",
            "smba.infra.dod.teams.microsoft.us"
        ];

    /// <summary>True when the bot may call this address and send its token.</summary>
    public bool IsTrusted(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        || options.Value.MoreServiceUrls.Any(url => IsBelow(new Uri(url), address));

    /// <summary>True when the bot may call this address. The Agents Playground is called without a token.</summary>
    public bool IsCallable(Uri address) =>
        IsTrusted(address) || (options.Value.DangerouslyAllowUnauthenticatedRequests && address.IsLoopback);

    private static bool IsBelow(Uri trusted, Uri address) =>
        trusted.Scheme == address.Scheme && trusted.Authority.Equals(address.Authority, StringComparison.OrdinalIgnoreCase)
        && (address.AbsolutePath.TrimEnd('/') + "/").StartsWith(trusted.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);
}
