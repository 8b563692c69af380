using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// A digest's figures as a whole: from the department's side, or of the organisation, where what is given is what is received.
/// </summary>
public sealed record DigestTotals
{
    /// <summary>Helps given, thanks said, kudos given, asks made.</summary>
    public required FlowSum Given { get; init; }

    /// <summary>Helps, thanks, kudos and asks received.</summary>
    public required FlowSum Received { get; init; }

    /// <summary>
    /// How many of the helps given were answered with thanks. One thanks answers one help, so between two departments it is the smaller of
    /// the helps that went one way and the thanks that came back.
    /// </summary>
    public required int Thanked { get; init; }

    /// <summary>How many other departments were helped; null when small ones, which are not told apart, are among them.</summary>
    public required int? Helped { get; init; }

    /// <summary>The share of helps that was answered with thanks; null without helps.</summary>
    public double? ThankRate => Given.Helps == 0 ? null : (double)Thanked / Given.Helps;

    /// <summary>Counted from flows; <paramref name="departmentId"/>: from whose side, null for everybody's.</summary>
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
