using RelateBot.Domain;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>A processed request. Its key is saved in the same transaction, so a repeated request changes nothing.</summary>
public sealed class Delivery : IOrganisationScoped
{
    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The delivery's id on its platform; unique within the workspace.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
