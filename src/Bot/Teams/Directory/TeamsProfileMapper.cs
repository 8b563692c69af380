using RelateBot.Bot.Teams.Connector;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>A member of a roster in no platform's words.</summary>
internal static class TeamsProfileMapper
{
    /// <summary>What a roster says.</summary>
    /// <param name="member">As the roster has them.</param>
    /// <param name="externalId">Their Entra id.</param>
    /// <param name="tenantId">Ours: a shared channel has people of other tenants, who are strangers.</param>
    public static AccountProfile Of(ChannelAccount member, string externalId, string tenantId)
    {
        var isStranger = member.TenantId is { Length: > 0 } home && !home.Equals(tenantId, StringComparison.OrdinalIgnoreCase);
        var isGuest = member.UserRole is "guest" or "anonymous";
        return new AccountProfile
        {
            ExternalId = externalId,
            Name = member.Name,
            Email = !isGuest && !isStranger && member.Email is { Length: > 0 } email ? email.ToLowerInvariant() : null,
            IsProgram = member.Id.StartsWith("28:", StringComparison.Ordinal),
            IsStranger = isStranger,
            IsGuest = isGuest,
            IsActive = true,
            IsAdministrator = false,
        };
    }
}
