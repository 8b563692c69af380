namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/objects/user-object</summary>
public sealed record SlackUser
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    public bool Deleted { get; init; }

    /// <summary>IANA name.</summary>
    public string? Tz { get; init; }

    /// <summary>Only with <c>include_locale</c>.</summary>
    public string? Locale { get; init; }

    public bool IsBot { get; init; }

    public bool IsRestricted { get; init; }

    public bool IsUltraRestricted { get; init; }

    /// <summary>From another organisation, met in a shared channel.</summary>
    public bool IsStranger { get; init; }

    public bool IsEmailConfirmed { get; init; } = true;

    public UserProfile Profile { get; init; } = new();

    public sealed record UserProfile
    {
        public string? RealName { get; init; }

        public string? DisplayName { get; init; }

        public string? Email { get; init; }
    }
}
