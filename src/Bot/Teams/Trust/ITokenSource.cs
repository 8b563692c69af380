using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Where the bot's own tokens for the connector come from.</summary>
public interface ITokenSource
{
    /// <summary>A token that is good now. Throws <see cref="PlatformException"/> when there is none.</summary>
    Task<string> TokenAsync(CancellationToken cancellationToken);
}
