namespace RelateBot.TestSupport.Teams;

/// <summary>A call by the bot.</summary>
/// <param name="Operation">A value of <see cref="TeamsOperation"/>.</param>
/// <param name="Path">The requested path.</param>
/// <param name="Status">The HTTP status of the response.</param>
/// <param name="At">When it was made (UTC).</param>
public sealed record TeamsCall(string Operation, string Path, int Status, DateTimeOffset At);
