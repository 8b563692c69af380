namespace RelateBot.Bot.Chat;

/// <summary>Who did it, as the platform names them.</summary>
/// <param name="ExternalId">The platform's account id.</param>
/// <param name="Name">A name to use until the platform's profile has been read.</param>
/// <param name="IsStranger">True for somebody of another organisation, met in a channel that both share. They are answered, and nothing is recorded.</param>
public sealed record ChatSender(string ExternalId, string? Name, bool IsStranger = false);
