using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Maps a Slack user to a platform-neutral profile.</summary>
internal static class SlackProfileMapper
{
    private const string Slackbot = "USLACKBOT";

    /// <summary>Maps a user.</summary>
    /// <param name="user">The user as Slack returns it.</param>
    /// <param name="teamId">The workspace being read. Users from other organisations are strangers in it.</param>
    public static AccountProfile Of(SlackUser user, string teamId) => new()
    {
        ExternalId = user.Id,
        Name = FirstOf(user.Profile?.RealName, user.RealName, user.Profile?.DisplayName, user.Name),
        Handle = FirstOf(user.Profile?.DisplayName, user.Name),
        Email = user.IsEmailConfirmed && !IsStranger(user, teamId) && user.Profile?.Email is { Length: > 0 } email
            ? email.ToLowerInvariant()
            : null,
        TimeZone = user.Tz,
        Locale = user.Locale,
        Kind = user switch
        {
            { IsBot: true } or { IsWorkflowBot: true } or { Id: Slackbot } => PersonKind.Bot,
            _ when IsStranger(user, teamId) => PersonKind.Stranger,
            { IsRestricted: true } or { IsUltraRestricted: true } => PersonKind.Guest,
            _ => PersonKind.Colleague,
        },
        IsActive = !user.Deleted,
        IsAdministrator = user.IsAdmin || user.IsOwner,
        ChangedAt = user.Updated is > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(user.Updated) : null,
    };

    /// <summary>
    /// <c>is_stranger</c> alone misses people of other organisations who share a channel with us. On Enterprise Grid a colleague's home may
    /// be another workspace of the same organisation.
    /// </summary>
    private static bool IsStranger(SlackUser user, string teamId) =>
        user.IsStranger
            || (user.TeamId is { Length: > 0 } home
                && home != teamId
                && user.EnterpriseUser?.Teams.Contains(teamId, StringComparer.Ordinal) is not true);

    private static string? FirstOf(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                return name;
            }
        }

        return null;
    }
}
