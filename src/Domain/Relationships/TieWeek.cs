using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// How often two people did something for each other in one week: a projection of the ledger, and all that their <see cref="Tie"/> is made
/// of.
/// </summary>
public sealed class TieWeek : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The one of the two whose id comes first.</summary>
    public required Guid FirstPersonId { get; init; }

    /// <summary>The other one.</summary>
    public required Guid SecondPersonId { get; init; }

    /// <summary>The week's Monday (UTC).</summary>
    public required DateOnly Week { get; init; }

    /// <summary>Entries from the first to the second, those taken back not counted.</summary>
    public int There { get; private set; }

    /// <summary>Entries from the second to the first, those taken back not counted.</summary>
    public int Back { get; private set; }

    /// <summary>True when nothing is left of it.</summary>
    public bool IsEmpty => There == 0 && Back == 0;

    /// <summary>What the week counts, each way.</summary>
    public TieSides Sides => new(TieStrength.Saturated(There), TieStrength.Saturated(Back));

    /// <summary>Counts an entry between the two in, or out when it is a correction.</summary>
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
