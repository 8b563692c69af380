using RelateBot.Domain;

namespace RelateBot.Infrastructure.Installations;

/// <summary>
/// Somebody let the bot into a place of a platform, or into all places of an enterprise at once, and this is with what it acts there.
/// One that has ended keeps no token; it stays until the organisation's data goes, so that a new one finds its way back to it.
/// </summary>
public sealed class Installation : IOrganisationScoped
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Platform { get; init; }

    /// <summary>The platform's own id of the place, or of the enterprise when it holds for all of it.</summary>
    public required string ExternalId { get; init; }

    public required string Name { get; set; }

    /// <summary>The enterprise that the place belongs to, if any.</summary>
    public string? EnterpriseExternalId { get; set; }

    /// <summary>True when it holds for every place of the enterprise.</summary>
    public bool IsOrgWide { get; set; }

    /// <summary>The bot's own account there.</summary>
    public string? BotExternalId { get; set; }

    /// <summary>The token, sealed by <see cref="Security.TokenProtector"/>.</summary>
    public string? Token { get; private set; }

    /// <summary>What the next token is fetched with, sealed as well; null when the token does not expire.</summary>
    public string? RefreshToken { get; private set; }

    public DateTimeOffset? TokenExpiresAt { get; private set; }

    /// <summary>Until when a host may be fetching the next token (UTC): a refresh token works once.</summary>
    public DateTimeOffset? RefreshingUntil { get; private set; }

    public DateTimeOffset InstalledAt { get; private set; }

    /// <summary>When it was ended by those who had allowed it (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Changes with every write, so that two hosts cannot both believe they were first.</summary>
    public int Version { get; private set; }

    /// <summary>Allowed, for the first time or once more.</summary>
    public void Begin(DateTimeOffset now, string token, string? refreshToken, DateTimeOffset? expiresAt)
    {
        InstalledAt = now;
        EndedAt = null;
        Renew(token, refreshToken, expiresAt);
    }

    /// <summary>A host is about to fetch the next token. False when another one is at it.</summary>
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

    /// <summary>The next token is here.</summary>
    public void Renew(string token, string? refreshToken, DateTimeOffset? expiresAt)
    {
        Token = token;
        RefreshToken = refreshToken;
        TokenExpiresAt = expiresAt;
        RefreshingUntil = null;
        Version++;
    }

    /// <summary>It is over. The tokens are forgotten.</summary>
    public void End(DateTimeOffset now)
    {
        EndedAt = now;
        Token = RefreshToken = null;
        TokenExpiresAt = RefreshingUntil = null;
        Version++;
    }
}
