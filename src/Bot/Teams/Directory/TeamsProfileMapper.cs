using RelateBot.Bot.Teams.Connector;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>Maps a member of a roster to a platform-neutral profile.</summary>
internal static class TeamsProfileMapper
{
    /// <summary>Maps a member. People of other tenants, who can be in a shared channel, are strangers.</summary>
    /// <param name="member">The member as the roster has it.</param>
    /// <param name="externalId">The member's Entra id.</param>
    /// <param name="tenantId">The tenant of our workspace.</param>
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
