using RelateBot.Bot.Slack.Api;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Maps a Slack user to a platform-neutral profile.</summary>
internal static class SlackProfileMapper
{
    private const string Slackbot = "USLACKBOT";

    /// <summary>Maps a user. What Slack leaves out stays null, so that it doesn't change what is known.</summary>
    /// <param name="user">The user as Slack returns it.</param>
    /// <param name="teamId">The workspace being read. Users from other organisations are strangers in it.</param>
    /// <param name="enterpriseId">The enterprise to which that workspace belongs; null when there is none.</param>
    public static AccountProfile Of(SlackUser user, string teamId, string? enterpriseId)
    {
        var isStranger = IsStranger(user, teamId, enterpriseId);
        return new AccountProfile
        {
            ExternalId = user.Id,
            Name = NameOf(user),
            Handle = user.Profile?.DisplayName is { } displayName ? FirstOf(displayName, user.Name) : null,
            Email = user.IsEmailConfirmed is not false && isStranger is false && user.Profile?.Email is { Length: > 0 } email
                ? email.ToLowerInvariant()
                : null,
            TimeZone = user.Tz,
            Locale = user.Locale,
            IsProgram = user.Id == Slackbot ? true : user.IsWorkflowBot is true ? true : user.IsBot,
            IsStranger = isStranger,
            IsGuest = user.IsUltraRestricted is true ? true : user.IsRestricted,
            IsActive = !user.Deleted,
            IsAdministrator = user switch
            {
                { Deleted: true } => false,
                { IsAdmin: true } or { IsOwner: true } => true,
                { IsAdmin: false, IsOwner: false } => false,
                _ => null,
            },
            ChangedAt = user.Updated is > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(user.Updated) : null,
        };
    }

    /// <summary>
    /// True when Slack left out a field that decides who the user is. For a deactivated user Slack always sends fewer fields.
    /// </summary>
    public static bool IsPartial(SlackUser user) =>
        user is { Deleted: null } or { IsBot: null } or { TeamId: null } or { Profile: null }
            || user is { Deleted: false, IsRestricted: null }
            || NameOf(user) is null;

    /// <summary>
    /// On Enterprise Grid the enterprise decides: a colleague's home may be another of its workspaces, and <c>is_stranger</c> says only
    /// that no channel is shared. Elsewhere <c>is_stranger</c> alone misses people of other organisations who share a channel with us.
    /// Null when Slack doesn't say.
    /// </summary>
    private static bool? IsStranger(SlackUser user, string teamId, string? enterpriseId) => user switch
    {
        { EnterpriseUser.EnterpriseId: { Length: > 0 } theirs } when enterpriseId is not null => theirs != enterpriseId,
        { EnterpriseUser.Teams: { } teams } when teams.Contains(teamId, StringComparer.Ordinal) => false,
        { TeamId: { Length: > 0 } home } => (home != teamId && home != enterpriseId) || user.IsStranger is true,
        _ => user.IsStranger,
    };

    /// <summary>Null when Slack doesn't say. A short name replaces the full name only when the user left that empty.</summary>
    private static string? NameOf(SlackUser user) =>
        (user.Profile?.RealName ?? user.RealName) is { } fullName
            ? FirstOf(fullName, user.RealName, user.Profile?.DisplayName, user.Name)
            : null;

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
