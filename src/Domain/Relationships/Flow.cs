using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// What one department did for another in one day or month of the organisation's time zone: a projection of the ledger that can be
/// rebuilt at any time. Direction is from who gave to who received.
/// </summary>
public sealed class Flow : IOrganisationScoped
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

/// <summary>For how long a <see cref="Flow"/> is counted together. Every entry is in one of each.</summary>
public enum FlowSpan
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>What went from one department to another in a period.</summary>
/// <param name="FromId">The department that helped, thanked, praised or asked.</param>
/// <param name="ToId">The department that was helped, thanked, praised or asked.</param>
/// <param name="Helps">Helps given.</param>
/// <param name="Thanks">Thanks said.</param>
/// <param name="Kudos">Kudos given.</param>
/// <param name="Asks">Asks made.</param>
public sealed record FlowSum(Guid FromId, Guid ToId, int Helps, int Thanks, int Kudos, int Asks)
{
    /// <summary>Several as one.</summary>
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

    /// <summary>
    /// Those between the same two departments as one. There may be tens of thousands, so nothing is made for those that stand alone.
    /// </summary>
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
