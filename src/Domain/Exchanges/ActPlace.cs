namespace RelateBot.Domain.Exchanges;

/// <summary>Where an act stands among others in time; the next page of a list goes on from there.</summary>
/// <param name="OccurredAt">When it happened (UTC).</param>
/// <param name="ActId">Which act; tells those of one moment apart.</param>
public sealed record ActPlace(DateTimeOffset OccurredAt, Guid ActId);
