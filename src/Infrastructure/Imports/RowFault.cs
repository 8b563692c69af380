namespace RelateBot.Infrastructure.Imports;

/// <summary>Why a row of a file could not be taken as it is.</summary>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Reason">A sentence for the administrator.</param>
public sealed record RowFault(int Line, string Reason);
