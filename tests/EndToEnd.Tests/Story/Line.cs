namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>Something that the bot said, as a reader has it on any platform.</summary>
/// <param name="Words">All of it, people by their names.</param>
/// <param name="Buttons">What the buttons say.</param>
/// <param name="Original">The platform's own message.</param>
public sealed record Line(string Words, IReadOnlyList<string> Buttons, object Original);
