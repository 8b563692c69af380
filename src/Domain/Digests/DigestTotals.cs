using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>The totals of a digest, from one department's side or for the whole organisation, where given and received are equal.</summary>
public sealed record DigestTotals
{
    /// <summary>Helps given, thanks said, kudos given and asks made.</summary>
    public required FlowSum Given { get; init; }

    /// <summary>Helps, thanks, kudos and asks received.</summary>
    public required FlowSum Received { get; init; }

    /// <summary>
    /// How many of the helps given were answered with thanks. One thanks answers one help, so for each pair of departments this is the
    /// smaller of the helps one way and the thanks back.
    /// </summary>
    public required int Thanked { get; init; }

    /// <summary>The number of other departments helped; null when combined small departments are among them.</summary>
    public required int? Helped { get; init; }

    /// <summary>The ratio of helps that were answered with thanks (0..1); null without helps.</summary>
    public double? ThankRate => Given.Helps == 0 ? null : (double)Thanked / Given.Helps;

    /// <summary>Adds up the flows.</summary>
    /// <param name="flows">The flows to add up.</param>
    /// <param name="departmentId">The department whose side it is; null for the whole organisation.</param>
    public static DigestTotals Of(IReadOnlyCollection<FlowSum> flows, Guid? departmentId)
    {
        var given = flows.Where(flow => departmentId is null || flow.FromId == departmentId).ToList();
        var thanks = flows.ToDictionary(flow => (flow.FromId, flow.ToId), flow => flow.Thanks);
        return new DigestTotals
        {
            Given = FlowSum.Of(Guid.Empty, Guid.Empty, given),
            Received = FlowSum.Of(Guid.Empty, Guid.Empty, flows.Where(flow => departmentId is null || flow.ToId == departmentId)),
            Thanked = given.Sum(flow => Math.Min(flow.Helps, thanks.GetValueOrDefault((flow.ToId, flow.FromId)))),
            Helped = given.Exists(flow => flow.Helps > 0 && flow.ToId == Privacy.ReportableGroups.Others) ? null
                : given.Where(flow => flow.Helps > 0).Select(flow => flow.ToId).Distinct().Count(),
        };
    }
}
