using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// How often two people did something for each other in a week. A projection of the ledger; a <see cref="Tie"/> is computed from its weeks.
/// </summary>
public sealed class TieWeek : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person with the lower id.</summary>
    public required Guid FirstPersonId { get; init; }

    /// <summary>The person with the higher id.</summary>
    public required Guid SecondPersonId { get; init; }

    /// <summary>The week's Monday (UTC).</summary>
    public required DateOnly Week { get; init; }

    /// <summary>Entries from the first to the second person, without undone ones.</summary>
    public int There { get; private set; }

    /// <summary>Entries from the second to the first person, without undone ones.</summary>
    public int Back { get; private set; }

    /// <summary>True when every count is zero.</summary>
    public bool IsEmpty => There == 0 && Back == 0;

    /// <summary>What the week counts in each direction.</summary>
    public TieSides Sides => new(TieStrength.Saturated(There), TieStrength.Saturated(Back));

    /// <summary>Adds an entry between the two, or subtracts it when it is a correction.</summary>
    public void Apply(Exchange exchange)
    {
        var change = exchange.CorrectsId is null ? 1 : -1;
        if (exchange.FromPersonId == FirstPersonId)
        {
            There += change;
        }
        else
        {
            Back += change;
        }
    }
}
