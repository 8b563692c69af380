using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Where the bot's own tokens come from.</summary>
public interface ITokenSource
{
    /// <summary>A token for the connector that is good now. Throws <see cref="PlatformException"/> when there is none.</summary>
    Task<string> TokenAsync(CancellationToken cancellationToken);

    /// <summary>One that is good for something else, in a tenant that the bot serves. Throws likewise.</summary>
    Task<string> TokenForAsync(string audience, string tenantId, CancellationToken cancellationToken);
}
