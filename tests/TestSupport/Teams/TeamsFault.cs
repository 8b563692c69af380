namespace RelateBot.TestSupport.Teams;

/// <summary>A planned error response.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The connector's code.</param>
/// <param name="RetryAfter">The seconds in Retry-After, if any.</param>
public sealed record TeamsFault(int Status, string Code = "ServiceError", int? RetryAfter = null);
