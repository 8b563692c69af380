using RelateBot.Domain;

namespace RelateBot.Infrastructure.Auditing;

/// <summary>Somebody did what is only done for a reason. Never changed and never deleted.</summary>
public sealed class AuditEntry : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: on the console, the account of the operating system and the machine.</summary>
    public required string Actor { get; init; }

    /// <summary>What, in a fixed word, for example <c>digest.unsuppressed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Of what.</summary>
    public required string Details { get; init; }
}
