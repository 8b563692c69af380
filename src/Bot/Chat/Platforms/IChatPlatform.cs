using System.Collections.Immutable;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>
/// A chat platform's way out. One leaf implements one. Every method throws <see cref="PlatformException"/> when the platform refuses.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The name under which workspaces are connected to it.</summary>
    string Name { get; }

    /// <summary>How fast messages may leave.</summary>
    RateLimit RateLimit { get; }

    /// <summary>What people can do there besides writing words, a sentence each, for the help.</summary>
    ImmutableArray<string> ExtraHelpLines => [];

    /// <summary>How commands are given there, besides as the help writes them; one sentence.</summary>
    string CommandNote => "Here in our direct messages you can leave the slash out.";

    /// <summary>True when the bot can open a chat of several people with itself in that workspace.</summary>
    ValueTask<bool> CanOpenGroupChatsAsync(Workspace workspace, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    /// <summary>
    /// A web address at which a person starts a chat with these people; null when there is none, or not with all of them.
    /// </summary>
    string? ChatAddress(Workspace workspace, IReadOnlyCollection<Person> people) => null;

    /// <summary>Sends a new message.</summary>
    Task<SentMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Puts other words in place of a message that was sent.</summary>
    Task UpdateAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken);

    /// <summary>Takes a message back. A message that is gone already is no error.</summary>
    Task DeleteAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken);

    /// <summary>Looks for a message of which it is not known whether it was sent. Null: it was not, or the platform cannot tell.</summary>
    Task<SentMessage?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
