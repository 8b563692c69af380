using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>Two departments with help both ways.</summary>
/// <param name="One">The one of the two that comes first by name.</param>
/// <param name="Other">The other one.</param>
/// <param name="There">Helps from the first to the second in this period.</param>
/// <param name="Back">Helps from the second to the first.</param>
/// <param name="State">Since when.</param>
public sealed record Bridge(Department One, Department Other, int There, int Back, BridgeState State);
