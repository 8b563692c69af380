using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// How often a person helped other departments and was thanked by them in a calendar month of the organisation's time zone. A projection of
/// the ledger. The counts aren't shown to anyone. They serve to find people who help often but are rarely thanked and agreed to be named.
/// </summary>
public sealed class HelperMonth : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Helps given to people of other departments, without undone ones.</summary>
    public int Helps { get; private set; }

    /// <summary>Thanks received from people of other departments, without undone ones.</summary>
    public int Thanks { get; private set; }

    /// <summary>True when every count is zero.</summary>
    public bool IsEmpty => Helps == 0 && Thanks == 0;

    /// <summary>The person whose month an entry counts in: the helper, or the person thanked, across departments.</summary>
    /// <returns>Null when it counts for no one.</returns>
    public static Guid? Concerned(Exchange exchange) =>
        exchange.FromDepartmentId is not { } from || exchange.ToDepartmentId is not { } to || from == to ? null
        : exchange.Kind switch
        {
            ExchangeKind.Help => exchange.FromPersonId,
            ExchangeKind.Thanks => exchange.ToPersonId,
            _ => null,
        };

    /// <summary>Adds an entry, or subtracts it when it is a correction.</summary>
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
