namespace RelateBot.Domain.Relationships;

/// <summary>The balance of a department with another one.</summary>
/// <param name="OtherId">The other department.</param>
/// <param name="Balance">Asks, helps and thanks each way.</param>
public sealed record DepartmentBalance(Guid OtherId, Balance Balance);
