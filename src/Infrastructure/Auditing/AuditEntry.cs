using RelateBot.Domain;

namespace RelateBot.Infrastructure.Auditing;

/// <summary>A record of a sensitive action. Entries are never changed or deleted.</summary>
public sealed class AuditEntry : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>When it was done (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it. On the console: the operating system account and the machine.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, as a fixed key, for example <c>digest.unsuppressed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What the action applied to.</summary>
    public required string Details { get; init; }
}
