namespace RelateBot.Domain.Relationships;

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

    /// <summary>Those between the same two departments as one. There may be tens of thousands, so nothing is made for those that stand alone.</summary>
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
