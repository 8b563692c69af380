using System.Text.Json.Serialization;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>Somebody, or the bot: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile</summary>
public sealed record ChannelAccount
{
    /// <summary>Teams' own id: <c>29:…</c> a person for this bot, <c>28:…</c> a bot.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The person in Microsoft Entra, the same for every bot.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The same in a roster, as some connectors have it.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Whichever of the two is there.</summary>
    [JsonIgnore]
    public string? EntraId => AadObjectId ?? ObjectId;

    public string? Role { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    /// <summary>user, guest, anonymous.</summary>
    public string? UserRole { get; init; }

    public string? TenantId { get; init; }
}
