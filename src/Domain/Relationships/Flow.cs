using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// What one department did for another in one day or month of the organisation's time zone: a projection of the ledger that can be
/// rebuilt at any time. Direction is from who gave to who received.
/// </summary>
public sealed class Flow : IBelongToOrganisation
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whether it is a day's or a month's.</summary>
    public required FlowSpan Span { get; init; }

    /// <summary>The day, or the first of the month.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The giving department.</summary>
    public required Guid FromDepartmentId { get; init; }

    /// <summary>The receiving department.</summary>
    public required Guid ToDepartmentId { get; init; }

    /// <summary>Entries of kind help, those taken back not counted.</summary>
    public int Helps { get; private set; }

    /// <summary>Entries of kind thanks, those taken back not counted.</summary>
    public int Thanks { get; private set; }

    /// <summary>Entries of kind kudos, those taken back not counted.</summary>
    public int Kudos { get; private set; }

    /// <summary>True when nothing is left of it.</summary>
    public bool IsEmpty => Helps == 0 && Thanks == 0 && Kudos == 0;

    /// <summary>Counts an entry in, or out when it is a correction.</summary>
    public void Apply(Exchange exchange)
    {
        var change = exchange.CorrectsId is null ? 1 : -1;
        switch (exchange.Kind)
        {
            case ExchangeKind.Help:
                Helps += change;
                break;
            case ExchangeKind.Thanks:
                Thanks += change;
                break;
            case ExchangeKind.Kudos:
                Kudos += change;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(exchange), exchange.Kind, "No flow counts this kind.");
        }
    }
}
