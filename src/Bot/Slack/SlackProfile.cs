using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack;

/// <summary>A Slack user in no platform's words.</summary>
internal static class SlackProfile
{
    private const string Slackbot = "USLACKBOT";

    public static AccountProfile Of(SlackUser user) => new()
    {
        Name = FirstOf(user.Profile.RealName, user.RealName, user.Profile.DisplayName, user.Name),
        Handle = FirstOf(user.Profile.DisplayName, user.Name),
        Email = user.IsEmailConfirmed && !user.IsStranger && user.Profile.Email is { Length: > 0 } email ? email.ToLowerInvariant() : null,
        TimeZone = user.Tz,
        Locale = user.Locale,
        Kind = user switch
        {
            { IsBot: true } or { Id: Slackbot } => PersonKind.Bot,
            { IsRestricted: true } or { IsUltraRestricted: true } or { IsStranger: true } => PersonKind.Guest,
            _ => PersonKind.Colleague,
        },
        IsActive = !user.Deleted,
    };

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
