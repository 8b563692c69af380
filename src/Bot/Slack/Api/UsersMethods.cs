namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/users.info</summary>
public sealed record UsersInfoResponse : SlackResponse
{
    public SlackUser? User { get; init; }
}

/// <summary>https://docs.slack.dev/reference/methods/users.list</summary>
public sealed record UsersListResponse : SlackResponse
{
    public IReadOnlyList<SlackUser> Members { get; init; } = [];
}

/// <summary>https://docs.slack.dev/reference/methods/users.profile.get</summary>
public sealed record UsersProfileGetResponse : SlackResponse
{
    public CustomProfile? Profile { get; init; }

    public sealed record CustomProfile
    {
        /// <summary>Values by field id. Null when no field is filled in.</summary>
        public IReadOnlyDictionary<string, CustomField>? Fields { get; init; }
    }

    public sealed record CustomField(string? Value);
}

/// <summary>https://docs.slack.dev/reference/methods/team.profile.get</summary>
public sealed record TeamProfileGetResponse : SlackResponse
{
    public TeamProfile? Profile { get; init; }

    public sealed record TeamProfile
    {
        public IReadOnlyList<Field> Fields { get; init; } = [];
    }

    public sealed record Field(string Id, string Label);
}

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

    /// <summary>Present only with <c>include_locale</c>.</summary>
    public string? Locale { get; init; }

    public bool IsBot { get; init; }

    public bool IsWorkflowBot { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsRestricted { get; init; }

    public bool IsUltraRestricted { get; init; }

    /// <summary>Belongs to another organisation and is visible through a shared channel.</summary>
    public bool IsStranger { get; init; }

    public bool IsEmailConfirmed { get; init; } = true;

    /// <summary>Unix seconds of the last change. Missing for accounts that never changed.</summary>
    public long Updated { get; init; }

    /// <summary>Present only on Enterprise Grid.</summary>
    public GridUser? EnterpriseUser { get; init; }

    public UserProfile? Profile { get; init; }

    public sealed record GridUser
    {
        /// <summary>The organisation's workspaces to which this user belongs.</summary>
        public IReadOnlyList<string> Teams { get; init; } = [];
    }

    public sealed record UserProfile
    {
        public string? RealName { get; init; }

        public string? DisplayName { get; init; }

        public string? Email { get; init; }
    }
}

/// <summary>https://docs.slack.dev/reference/methods/usergroups.list</summary>
public sealed record UsergroupsListResponse : SlackResponse
{
    public IReadOnlyList<UserGroup> Usergroups { get; init; } = [];
}

/// <summary>https://docs.slack.dev/reference/objects/usergroup-object</summary>
public sealed record UserGroup
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Handle { get; init; }

    /// <summary>Unix seconds at which the group was disabled; 0 when it is enabled.</summary>
    public long DateDelete { get; init; }

    public IReadOnlyList<string> Users { get; init; } = [];
}
