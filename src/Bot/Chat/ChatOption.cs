namespace RelateBot.Bot.Chat;

/// <summary>Something to choose.</summary>
/// <param name="Value">What comes back; at most 75 characters.</param>
/// <param name="Label">What is read; at most 75 characters.</param>
public sealed record ChatOption(string Value, string Label);
