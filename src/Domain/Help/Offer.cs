namespace RelateBot.Domain.Help;

/// <summary>A topic with which a person or a department likes to be asked for help.</summary>
public sealed class Offer : IBelongToOrganisation
{
    /// <summary>Most topics of one person or department.</summary>
    public const int Most = 20;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person or the department.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The topic, lower case, without the sign.</summary>
    public required string Topic { get; init; }

    /// <summary>True when a department offers it.</summary>
    public required bool IsDepartment { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset OfferedAt { get; init; }
}
