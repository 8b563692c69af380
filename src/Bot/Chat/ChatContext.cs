using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat;

/// <summary>What a command knows about the request besides its input.</summary>
/// <param name="Workspace">Where it happened.</param>
/// <param name="Sender">Who did it.</param>
public sealed record ChatContext(Workspace Workspace, Person Sender);
