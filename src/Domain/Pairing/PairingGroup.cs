namespace RelateBot.Domain.Pairing;

/// <summary>People put together in a round. What happens with it is checked against the version that was read, so it happens once.</summary>
public sealed class PairingGroup : IBelongToOrganisation
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The first day of its round.</summary>
    public required DateOnly Round { get; init; }

    /// <summary>True when two of them were put together lately.</summary>
    public required bool IsRepeat { get; init; }

    /// <summary>When at least one of them said that they met (UTC).</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>One of them said what came of it. <paramref name="hasMet"/>: true when any of them says that they met.</summary>
    public void Settle(bool hasMet, DateTimeOffset now)
    {
        MetAt = hasMet ? MetAt ?? now : null;
        Touch();
    }

    /// <summary>Something happens with it.</summary>
    public void Touch() => Version++;
}
