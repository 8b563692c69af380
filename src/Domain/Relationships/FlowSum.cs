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
    public static FlowSum Of(Guid fromId, Guid toId, IEnumerable<FlowSum> flows) =>
        flows.Aggregate(new FlowSum(fromId, toId, 0, 0, 0, 0), (sum, flow) => sum with
        {
            Helps = sum.Helps + flow.Helps, Thanks = sum.Thanks + flow.Thanks, Kudos = sum.Kudos + flow.Kudos, Asks = sum.Asks + flow.Asks,
        });

    /// <summary>Those between the same two departments as one.</summary>
    public static IReadOnlyList<FlowSum> Merge(IEnumerable<FlowSum> flows) =>
        [.. flows.GroupBy(flow => (flow.FromId, flow.ToId)).Select(flows => Of(flows.Key.FromId, flows.Key.ToId, flows))];
}
