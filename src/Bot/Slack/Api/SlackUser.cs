namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/objects/user-object</summary>
public sealed record SlackUser
{
    public required string Id { get; init; }

    public string? TeamId { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    public bool Deleted { get; init; }

    /// <summary>IANA name.</summary>
    public string? Tz { get; init; }

    /// <summary>Only with <c>include_locale</c>.</summary>
    public string? Locale { get; init; }

    public bool IsBot { get; init; }

    public bool IsWorkflowBot { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsRestricted { get; init; }

    public bool IsUltraRestricted { get; init; }

    /// <summary>From another organisation, met in a shared channel.</summary>
    public bool IsStranger { get; init; }

    public bool IsEmailConfirmed { get; init; } = true;

    /// <summary>Unix seconds of the last change; nothing is told of accounts that never changed.</summary>
    public long Updated { get; init; }

    /// <summary>Only on Enterprise Grid.</summary>
    public GridUser? EnterpriseUser { get; init; }

    public UserProfile? Profile { get; init; }

    public sealed record GridUser
    {
        /// <summary>The organisation's workspaces that this user is in.</summary>
        public IReadOnlyList<string> Teams { get; init; } = [];
    }

    public sealed record UserProfile
    {
        public string? RealName { get; init; }

        public string? DisplayName { get; init; }

        public string? Email { get; init; }
    }
}
