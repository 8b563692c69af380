namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/auth.test. A failed call returns only the error.</summary>
public sealed record AuthTestResponse : SlackResponse
{
    public string TeamId { get; init; } = "";

    public string Team { get; init; } = "";

    /// <summary>The bot's own user.</summary>
    public string UserId { get; init; } = "";
}

/// <summary>https://docs.slack.dev/reference/methods/oauth.v2.access</summary>
public sealed record OAuthV2AccessResponse : SlackResponse
{
    public string AccessToken { get; init; } = "";

    /// <summary><c>bot</c>, or <c>user</c> for a token type that isn't requested here.</summary>
    public string? TokenType { get; init; }

    public string? Scope { get; init; }

    /// <summary>Present with token rotation.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Seconds until the token expires; present with token rotation.</summary>
    public int? ExpiresIn { get; init; }

    public string? BotUserId { get; init; }

    public string? AppId { get; init; }

    /// <summary>Null for an org-wide installation.</summary>
    public NamedOf? Team { get; init; }

    /// <summary>Present on Enterprise Grid.</summary>
    public NamedOf? Enterprise { get; init; }

    public bool IsEnterpriseInstall { get; init; }

    public sealed record NamedOf(string Id, string? Name);
}

/// <summary>https://docs.slack.dev/reference/methods/apps.connections.open</summary>
public sealed record AppsConnectionsOpenResponse : SlackResponse
{
    public string Url { get; init; } = "";
}
