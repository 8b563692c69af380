namespace RelateBot.Bot.Reading;

/// <summary>A command with its sentence. Kept as a draft while a question about it is open.</summary>
/// <param name="Name">The command, without the slash, lower case.</param>
/// <param name="Sentence">What was written after it.</param>
public sealed record ParsedCommand(string Name, ParsedSentence Sentence);
