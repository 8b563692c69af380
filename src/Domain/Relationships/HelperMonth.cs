using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// How often one person helped other departments and was thanked by them in a calendar month of the organisation's time zone: a projection
/// of the ledger. No figure of it is shown to anybody; it finds people who help often and hear little of it, if they agree to be named.
/// </summary>
public sealed class HelperMonth : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The first of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Helps given to people of other departments, those taken back not counted.</summary>
    public int Helps { get; private set; }

    /// <summary>Thanks received from people of other departments, those taken back not counted.</summary>
    public int Thanks { get; private set; }

    /// <summary>True when nothing is left of it.</summary>
    public bool IsEmpty => Helps == 0 && Thanks == 0;

    /// <summary>Whom an entry concerns: who helped, or who was thanked, across departments; null when it concerns nobody.</summary>
    public static Guid? Concerned(Exchange exchange) =>
        exchange.FromDepartmentId is not { } from || exchange.ToDepartmentId is not { } to || from == to ? null
        : exchange.Kind switch
        {
            ExchangeKind.Help => exchange.FromPersonId,
            ExchangeKind.Thanks => exchange.ToPersonId,
            _ => null,
        };

    /// <summary>Counts an entry in, or out when it is a correction.</summary>
    public void Apply(Exchange exchange)
    {
        var change = exchange.CorrectsId is null ? 1 : -1;
        if (exchange.Kind is ExchangeKind.Help)
        {
            Helps += change;
        }
        else
        {
            Thanks += change;
        }
    }
}
