using RelateBot.Domain;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Something half said, kept until its author has answered a question about it, an hour at most.</summary>
public sealed class Draft : IBelongToOrganisation
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Whose draft; nobody else can go on with it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What was said, as JSON of the feature that asked.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
