using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// What one department did for another in a day or month of the organisation's time zone. A projection of the ledger that can be rebuilt at
/// any time. The direction is from giver to receiver.
/// </summary>
public sealed class Flow : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whether it covers a day or a month.</summary>
    public required FlowSpan Span { get; init; }

    /// <summary>The day, or the first day of the month.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The giving department.</summary>
    public required Guid FromDepartmentId { get; init; }

    /// <summary>The receiving department.</summary>
    public required Guid ToDepartmentId { get; init; }

    /// <summary>Entries of kind help, without undone ones.</summary>
    public int Helps { get; private set; }

    /// <summary>Entries of kind thanks, without undone ones.</summary>
    public int Thanks { get; private set; }

    /// <summary>Entries of kind kudos, without undone ones.</summary>
    public int Kudos { get; private set; }

    /// <summary>True when every count is zero.</summary>
    public bool IsEmpty => Helps == 0 && Thanks == 0 && Kudos == 0;

    /// <summary>Adds an entry, or subtracts it when it is a correction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Flows don't count this kind.</exception>
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
                throw new ArgumentOutOfRangeException(nameof(exchange), exchange.Kind, "Flows don't count this kind.");
        }
    }
}

/// <summary>The span that a <see cref="Flow"/> covers. Every entry is counted in both a day and a month.</summary>
public enum FlowSpan
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>The sum of flows from one department to another in a period.</summary>
/// <param name="FromId">The department that helped, thanked, praised or asked.</param>
/// <param name="ToId">The department that was helped, thanked, praised or asked.</param>
/// <param name="Helps">The number of helps.</param>
/// <param name="Thanks">The number of thanks.</param>
/// <param name="Kudos">The number of kudos.</param>
/// <param name="Asks">The number of asks.</param>
public sealed record FlowSum(Guid FromId, Guid ToId, int Helps, int Thanks, int Kudos, int Asks)
{
    /// <summary>Adds up several flows.</summary>
    public static FlowSum Of(Guid fromId, Guid toId, IEnumerable<FlowSum> flows)
    {
        var (helps, thanks, kudos, asks) = (0, 0, 0, 0);
        foreach (var flow in flows)
        {
            helps += flow.Helps;
            thanks += flow.Thanks;
            kudos += flow.Kudos;
            asks += flow.Asks;
        }

        return new FlowSum(fromId, toId, helps, thanks, kudos, asks);
    }

    /// <summary>Merges flows between the same two departments. There can be tens of thousands, so single flows aren't copied.</summary>
    public static IReadOnlyList<FlowSum> Merge(IEnumerable<FlowSum> flows)
    {
        Dictionary<(Guid From, Guid To), FlowSum> sums = [];
        foreach (var flow in flows)
        {
            if (!sums.TryAdd((flow.FromId, flow.ToId), flow))
            {
                sums[(flow.FromId, flow.ToId)] = Of(flow.FromId, flow.ToId, [sums[(flow.FromId, flow.ToId)], flow]);
            }
        }

        return [.. sums.Values];
    }
}
