namespace RelateBot.Domain.Digests;

/// <summary>How long asks wait. Each pair is null while fewer people asked than a figure has to cover.</summary>
/// <param name="Taken">From asked to taken.</param>
/// <param name="Solved">From asked to solved.</param>
public sealed record AskSpeed(Waiting? Taken, Waiting? Solved);
