using RelateBot.Domain;

namespace RelateBot.Infrastructure.Dashboard;

/// <summary>
/// Access to the dashboard: first a link requested in chat, then the session of the browser that opened it. Only the hash of the secret is
/// stored. Opening the link replaces its secret by the session's, so a link works once.
/// </summary>
public sealed class DashboardVisit : IOrganisationScoped
{
    /// <summary>How long the link can be opened.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(10);

    /// <summary>The maximum length of a session, even when it is in use.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(8);

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The person who asked for the link. Their permissions are checked with every request.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The workspace where they asked for it. Its platform decides who is an administrator.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>SHA-256 of the link's secret, later of the session's.</summary>
    public required string SecretHash { get; set; }

    /// <summary>The view that the link opens, as a query string; empty for the widest and latest one.</summary>
    public required string View { get; init; }

    /// <summary>When the link was opened (UTC); null while it is unused.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>When the link, or later the session, expires (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
