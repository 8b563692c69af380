using Microsoft.Extensions.Options;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Decides whether the token's owner may send this activity: channel, service URL and tenant must match.</summary>
public sealed class ActivityAuthorizer(TrustedServiceUrls serviceUrls, IOptions<TeamsOptions> options)
{
    /// <summary>
    /// Returns the reason for a refusal, or null when the activity is allowed. <paramref name="bearer"/> is null when tokens aren't
    /// checked.
    /// </summary>
    public string? FindRefusal(Activity activity, TokenClaims? bearer)
    {
        if (activity.ChannelId is null || (bearer is not null && !bearer.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal)))
        {
            return "the key does not speak for the channel";
        }

        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var serviceUrl) || !serviceUrls.IsCallable(serviceUrl))
        {
            return "the service URL is not the channel's";
        }

        if (bearer is not null && bearer.ServiceUrl != activity.ServiceUrl)
        {
            return "the token is for another service URL";
        }

        return !options.Value.Serves(activity.TenantId) ? "the tenant is not allowed" : null;
    }
}
