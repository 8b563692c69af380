using RelateBot.Domain;

namespace RelateBot.Infrastructure.Dashboard;

/// <summary>
/// Somebody's way into the dashboard: first a link that was asked for in chat, then, once it was opened, the session of the browser that
/// opened it. The secret of either is never stored, only its hash; opening replaces one by the other, so no link opens twice.
/// </summary>
public sealed class DashboardVisit : IOrganisationScoped
{
    /// <summary>For how long the link can be opened.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(10);

    /// <summary>For how long the browser is let in, however busy it is: a working day.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(8);

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Who asked for the link. What they may see is looked up with every request.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where they asked for it; its platform says who is an administrator.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>SHA-256 of the link's secret, then of the session's.</summary>
    public required string SecretHash { get; set; }

    /// <summary>Which view the link leads to, as a query; empty for the widest and latest.</summary>
    public required string View { get; init; }

    /// <summary>When the link was opened (UTC); null as long as it is one.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>Until when the link, or then the session, is good (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
