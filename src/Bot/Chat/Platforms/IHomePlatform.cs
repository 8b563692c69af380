using System.Collections.Frozen;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>What a chat platform can do that has home pages; others are an <see cref="IChatPlatform"/> alone.</summary>
public interface IHomePlatform : IChatPlatform
{
    /// <summary>How many home pages a second a workspace may draw anew.</summary>
    double HomesPerSecond { get; }

    /// <summary>
    /// Puts it in place of what the person's home page shows. Throws <see cref="PlatformException"/> when the platform refuses.
    /// </summary>
    /// <param name="workspace">Where.</param>
    /// <param name="externalId">Whose, by their account there.</param>
    /// <param name="home">What it shows.</param>
    /// <param name="accounts">Account ids there of the people whom it mentions.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    Task ShowHomeAsync(
        Workspace workspace,
        string externalId,
        ChatHome home,
        FrozenDictionary<Guid, string> accounts,
        CancellationToken cancellationToken);
}
