using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Provides the bot's own tokens.</summary>
public interface ITokenSource
{
    /// <summary>Returns a valid token for the connector. Throws <see cref="PlatformException"/> when there is none.</summary>
    Task<string> TokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Returns a valid token for another resource in a served tenant. Throws <see cref="PlatformException"/> when there is none.
    /// </summary>
    Task<string> TokenForAsync(string audience, string tenantId, CancellationToken cancellationToken);
}
