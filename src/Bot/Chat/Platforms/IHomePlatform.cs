using System.Collections.Frozen;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>A chat platform with home pages.</summary>
public interface IHomePlatform : IChatPlatform
{
    /// <summary>How many home pages a second may be updated in one workspace.</summary>
    double HomesPerSecond { get; }

    /// <summary>Replaces the content of a person's home page.</summary>
    /// <exception cref="PlatformException">The platform refuses.</exception>
    /// <param name="workspace">The workspace.</param>
    /// <param name="externalId">The person's account id in the workspace.</param>
    /// <param name="home">The new content.</param>
    /// <param name="accounts">Account ids in the workspace of the people whom the page mentions, by person.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task ShowHomeAsync(
        Workspace workspace,
        string externalId,
        ChatHome home,
        FrozenDictionary<Guid, string> accounts,
        CancellationToken cancellationToken);
}
