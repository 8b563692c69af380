using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack.Events;

/// <summary>
/// What tells of people and groups: https://docs.slack.dev/reference/events/user_change, team_join, user_profile_changed, subteam_created,
/// subteam_updated and subteam_members_changed.
/// </summary>
public sealed record DirectoryEvent
{
    public required string Type { get; init; }

    /// <summary>Of the first three.</summary>
    public SlackUser? User { get; init; }

    /// <summary>Of subteam_created and subteam_updated.</summary>
    public Group? Subteam { get; init; }

    /// <summary>Of subteam_members_changed.</summary>
    public string? SubteamId { get; init; }

    public sealed record Group
    {
        public required string Id { get; init; }

        public string? Handle { get; init; }
    }
}
