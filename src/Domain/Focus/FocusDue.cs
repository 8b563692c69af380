namespace RelateBot.Domain.Focus;

/// <summary>Somebody of somebody's five with whom it is time to be in touch.</summary>
/// <param name="Id">The <see cref="FocusPerson"/>.</param>
/// <param name="OwnerId">Whose five.</param>
/// <param name="PersonId">Who is in it.</param>
/// <param name="DueAt">Since when (UTC).</param>
public sealed record FocusDue(Guid Id, Guid OwnerId, Guid PersonId, DateTimeOffset DueAt);
