using RelateBot.Domain;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>A request that was carried out. Its key is written in the same transaction, so a repeat changes nothing.</summary>
public sealed class Delivery : IOrganisationScoped
{
    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>What names the delivery on its platform; unique within the workspace.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
