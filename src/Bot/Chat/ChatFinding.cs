namespace RelateBot.Bot.Chat;

/// <summary>Something found, which may be shown to others.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">One line below the title.</param>
/// <param name="Message">All of it; the same whoever reads it.</param>
public sealed record ChatFinding(string Title, string Text, ChatMessage Message);
