using System.Collections.Immutable;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>
/// Sends messages to a chat platform. Each leaf implements one. Every method throws <see cref="PlatformException"/> when the platform
/// refuses.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The platform's name, as stored with its workspaces.</summary>
    string Name { get; }

    /// <summary>The platform's rate limit.</summary>
    RateLimit RateLimit { get; }

    /// <summary>What people can do there besides typing commands, one sentence each, for the help text.</summary>
    ImmutableArray<string> ExtraHelpLines => [];

    /// <summary>A sentence for the help text: how else commands can be given there.</summary>
    string CommandNote => "Here in our direct messages you can leave the slash out.";

    /// <summary>True when the bot can open a group chat with several people in that workspace.</summary>
    ValueTask<bool> CanOpenGroupChatsAsync(Workspace workspace, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    /// <summary>Returns a web address that opens a chat with these people; null when there is none, or not for all of them.</summary>
    string? ChatAddress(Workspace workspace, IReadOnlyCollection<Person> people) => null;

    /// <summary>Sends a new message.</summary>
    /// <returns>Where the platform stored it.</returns>
    Task<SentMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a sent message.</summary>
    Task UpdateAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken);

    /// <summary>Deletes a sent message. It isn't an error if the message no longer exists.</summary>
    Task DeleteAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken);

    /// <summary>
    /// Looks for a message after an unclear attempt to send it. Null when it wasn't sent, or when the platform can't tell.
    /// </summary>
    Task<SentMessage?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
