namespace RelateBot.TestSupport.Teams;

/// <summary>A refusal to come.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The connector's code.</param>
/// <param name="RetryAfter">Seconds to wait, if it says so.</param>
public sealed record TeamsFault(int Status, string Code = "ServiceError", int? RetryAfter = null);
