namespace RelateBot.TestSupport.Teams;

/// <summary>A call that the bot made.</summary>
/// <param name="Operation">As in <see cref="TeamsOperation"/>.</param>
/// <param name="Path">What was asked for.</param>
/// <param name="Status">What it was answered.</param>
/// <param name="At">When.</param>
public sealed record TeamsCall(string Operation, string Path, int Status, DateTimeOffset At);
