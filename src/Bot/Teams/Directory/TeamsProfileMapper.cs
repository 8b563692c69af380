using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>Maps a member of a roster to a platform-neutral profile.</summary>
internal static class TeamsProfileMapper
{
    public static AccountProfile Of(ChannelAccount member, string externalId)
    {
        var isGuest = member.UserRole is "guest" or "anonymous";
        return new AccountProfile
        {
            ExternalId = externalId,
            Name = member.Name,
            Email = !isGuest && member.Email is { Length: > 0 } email ? email.ToLowerInvariant() : null,
            Kind = member.Id.StartsWith("28:", StringComparison.Ordinal)
                ? PersonKind.Bot
                : isGuest ? PersonKind.Guest : PersonKind.Colleague,
        };
    }
}
