using RelateBot.Domain;

namespace RelateBot.Infrastructure.Installations;

/// <summary>
/// The permission to act in a workspace, or in every workspace of an enterprise, with its token. An ended installation has no token. It is
/// kept until the organisation's data is deleted, so that a new installation finds the organisation again.
/// </summary>
public sealed class Installation : IOrganisationScoped
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Platform { get; init; }

    /// <summary>The platform's id of the workspace, or of the enterprise when it covers all of it.</summary>
    public required string ExternalId { get; init; }

    public required string Name { get; set; }

    /// <summary>The enterprise that the workspace belongs to; null when there is none.</summary>
    public string? EnterpriseExternalId { get; set; }

    /// <summary>True when it covers every workspace of the enterprise.</summary>
    public bool IsOrgWide { get; set; }

    /// <summary>The bot's own account there; null until known.</summary>
    public string? BotExternalId { get; set; }

    /// <summary>The token, encrypted by <see cref="Security.TokenProtector"/>.</summary>
    public string? Token { get; private set; }

    /// <summary>The encrypted refresh token; null when the token doesn't expire.</summary>
    public string? RefreshToken { get; private set; }

    public DateTimeOffset? TokenExpiresAt { get; private set; }

    /// <summary>Until when a host may be renewing the token (UTC). A refresh token works once.</summary>
    public DateTimeOffset? RefreshingUntil { get; private set; }

    public DateTimeOffset InstalledAt { get; private set; }

    /// <summary>When it was uninstalled (UTC); null while it is active.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Incremented with every write, so that only one of two hosts can commit.</summary>
    public int Version { get; private set; }

    /// <summary>Starts the installation, for the first time or again.</summary>
    public void Begin(DateTimeOffset now, string token, string? refreshToken, DateTimeOffset? expiresAt)
    {
        InstalledAt = now;
        EndedAt = null;
        Renew(token, refreshToken, expiresAt);
    }

    /// <summary>Reserves the token's renewal for one host.</summary>
    /// <returns>False when another host is renewing it.</returns>
    public bool TryBeginRefresh(DateTimeOffset now, TimeSpan lease)
    {
        if (EndedAt is not null || RefreshToken is null || RefreshingUntil > now)
        {
            return false;
        }

        RefreshingUntil = now + lease;
        Version++;
        return true;
    }

    /// <summary>Stores the new tokens.</summary>
    public void Renew(string token, string? refreshToken, DateTimeOffset? expiresAt)
    {
        Token = token;
        RefreshToken = refreshToken;
        TokenExpiresAt = expiresAt;
        RefreshingUntil = null;
        Version++;
    }

    /// <summary>Ends the installation and deletes the tokens.</summary>
    public void End(DateTimeOffset now)
    {
        EndedAt = now;
        Token = RefreshToken = null;
        TokenExpiresAt = RefreshingUntil = null;
        Version++;
    }
}
