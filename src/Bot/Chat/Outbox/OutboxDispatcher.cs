using System.Text.Json;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox.Failures;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Sends one leased message and records the result.</summary>
internal sealed partial class OutboxDispatcher(
    OrganisationScope organisations, IEnumerable<IChatPlatform> platforms, WorkspaceRegistry workspaces, SealedTextOpener sealedText,
    IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxDispatcher> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Sends the message.</summary>
    /// <returns>How long the whole workspace has to pause; null when other messages can be sent.</returns>
    public async Task<TimeSpan?> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            Outcome outcome = new Outcome.Settled();
            await organisations.CommitAsync(
                message.OrganisationId,
                async (OutboxStore outbox, IAccountStore accounts, CancellationToken token) =>
                    outcome = await TryCarryOutAsync(outbox, accounts, message, token),
                cancellationToken);
            if (outcome is Outcome.Failed failed)
            {
                await GiveUpAsync(message, failed.Exception, cancellationToken);
            }

            return (outcome as Outcome.Postponed)?.Pause;
        }
        catch (ConflictException)
        {
            // The lease expired and another host took the message. That host checks the platform before it sends anything again.
            Log.LeaseLost(logger, message.Id);
            return null;
        }
    }

    /// <summary>Returns a leased message to the outbox without sending it, because its workspace is paused.</summary>
    public async Task PutBackAsync(OutboxMessage message, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            await organisations.CommitAsync(
                message.OrganisationId,
                (OutboxStore outbox) =>
                {
                    outbox.Attach(message);
                    message.PutBack(until);
                },
                cancellationToken);
        }
        catch (ConflictException)
        {
            Log.LeaseLost(logger, message.Id);
        }
    }

    /// <summary>A permanent failure leaves the message unchanged. The message is given up in a transaction of its own.</summary>
    private async Task<Outcome> TryCarryOutAsync(
        OutboxStore outbox, IAccountStore accounts, OutboxMessage message, CancellationToken cancellationToken)
    {
        outbox.Attach(message);
        try
        {
            if (message.NotAfter < clock.GetUtcNow() && !message.FateIsUnknown)
            {
                message.Expire(clock.GetUtcNow());
            }
            else
            {
                var sent = await CarryOutAsync(outbox, accounts, message, cancellationToken);
                message.MarkSent(clock.GetUtcNow(), sent?.Conversation, sent?.Id);
            }

            return new Outcome.Settled();
        }
        catch (PlatformException exception) when (exception.IsPermanent)
        {
            return new Outcome.Failed(exception);
        }
        catch (PlatformException exception)
        {
            return TryPostpone(message, exception, exception.RetryAfter, exception.OutcomeUnknown);
        }
#pragma warning disable CA1031 // For example, a message that can't be drawn must not block its conversation for ever or stop the sender.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return TryPostpone(message, exception, retryAfter: null, fateUnknown: true);
        }
    }

    private async Task<SentMessage?> CarryOutAsync(
        OutboxStore outbox, IAccountStore accounts, OutboxMessage message, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.FindAsync(message.WorkspaceId, cancellationToken)
            ?? throw new PlatformException("The workspace is no longer connected.", isPermanent: true);
        var platform = platforms.First(platform => platform.Name == workspace.Platform);
        var content = message.Content is null ? null : JsonSerializer.Deserialize(message.Content, ChatJson.Readable.ChatMessage);
        var outgoing = new OutgoingMessage
        {
            Id = message.Id,
            Workspace = workspace,
            Destination = JsonSerializer.Deserialize(message.Destination, ChatJson.Readable.Destination)!,
            Content = content is null ? null : sealedText.WithOpenedText(content),
            Kept = content,
            CreatedAt = message.CreatedAt,
            Accounts = await accounts.GetWorkspaceAccountsAsync(workspace, content?.Mentioned() ?? [], cancellationToken),
        };

        if (message.Operation is OutboxOperation.Post)
        {
            return (message.FateIsUnknown ? await platform.FindAsync(outgoing, cancellationToken) : null)
                ?? await platform.PostAsync(outgoing, cancellationToken);
        }

        // A post that was never sent needs no change. Conversations keep their order, so the post was sent before this change, or never.
        var post = await outbox.FindPostAsync(message.TargetId!.Value, cancellationToken);
        if (post is { Status: OutboxStatus.Sent, SentConversation: { } conversation, SentId: { Length: > 0 } id })
        {
            var sent = new SentMessage(conversation, id);
            await (message.Operation is OutboxOperation.Update
                ? platform.UpdateAsync(outgoing, sent, cancellationToken)
                : platform.DeleteAsync(outgoing, sent, cancellationToken));
        }

        return null;
    }

    private Outcome TryPostpone(OutboxMessage message, Exception exception, TimeSpan? retryAfter, bool fateUnknown)
    {
        var now = clock.GetUtcNow();
        var stopsWorkspace = exception is PlatformException { StopsWorkspace: true };
        if (now - message.CreatedAt >= options.Value.GiveUpAfter && !stopsWorkspace)
        {
            return new Outcome.Failed(exception);
        }

        // The pause doubles from one second, with jitter so that many messages don't retry at the same moment.
        var doubled = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(message.Attempts - 1, 12)));
        var pause = retryAfter ?? (doubled < LongestPause ? doubled : LongestPause) * (0.75 + (Random.Shared.NextDouble() / 2));
        message.Postpone(now + pause, exception.Message.Clip(500), fateUnknown);
        Log.Postponed(logger, message.Id, pause, exception.Message);
        return new Outcome.Postponed(stopsWorkspace ? retryAfter : null);
    }

    /// <summary>
    /// Gives the message up and, in the same commit, tells the people who can do something about it. If that fails, the message is given up
    /// without it.
    /// </summary>
    private async Task GiveUpAsync(OutboxMessage message, Exception exception, CancellationToken cancellationToken)
    {
        Log.GivenUp(logger, message.Id, message.Purpose, message.Attempts, exception.Message);
        var workspace = await workspaces.FindAsync(message.WorkspaceId, cancellationToken);
        try
        {
            await organisations.ChangeAsync(
                message.OrganisationId,
                async (OutboxStore outbox, DeliveryFailureRouter failures, CancellationToken token) =>
                {
                    if (await TryGiveUpAsync(outbox, message, exception, token) is { } given && workspace is not null)
                    {
                        await failures.HandleAsync(given, workspace, exception is PlatformException { IsAboutChannel: true }, token);
                    }

                    return message;
                },
                cancellationToken);
        }
#pragma warning disable CA1031 // Whatever a feature throws, a message that is never settled would block its conversation.
        catch (Exception trouble) when (trouble is not ConflictException)
#pragma warning restore CA1031
        {
            Log.NobodyTold(logger, message.Id, message.Purpose, trouble);
            await organisations.ChangeAsync(
                message.OrganisationId,
                (OutboxStore outbox, CancellationToken token) => TryGiveUpAsync(outbox, message, exception, token),
                cancellationToken);
        }
    }

    /// <summary>Returns null when another host has taken the message meanwhile.</summary>
    private async Task<OutboxMessage?> TryGiveUpAsync(
        OutboxStore outbox, OutboxMessage message, Exception exception, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(message.Id, cancellationToken) is not { Status: OutboxStatus.Sending } current
            || current.Version != message.Version)
        {
            return null;
        }

        current.GiveUp(clock.GetUtcNow(), exception.Message.Clip(500));
        return current;
    }

    /// <summary>The result of an attempt.</summary>
    private abstract record Outcome
    {
        /// <summary>It was sent or has expired.</summary>
        public sealed record Settled : Outcome;

        /// <summary>It will be tried again.</summary>
        /// <param name="Pause">How long the whole workspace has to pause; null when other messages can be sent.</param>
        public sealed record Postponed(TimeSpan? Pause) : Outcome;

        /// <summary>It won't be tried again.</summary>
        public sealed record Failed(Exception Exception) : Outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Couldn't send message {Id}; will try again in {Pause}: {Reason}")]
        public static partial void Postponed(ILogger logger, Guid id, TimeSpan pause, string reason);

        [LoggerMessage(
            EventId = 2,
            Level = LogLevel.Error,
            Message = "Gave up on message {Id} ({Purpose}) after {Attempts} attempts: {Reason}")]
        public static partial void GivenUp(ILogger logger, Guid id, string purpose, int attempts, string reason);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Message {Id} took longer than its lease")]
        public static partial void LeaseLost(ILogger logger, Guid id);

        [LoggerMessage(
            EventId = 4,
            Level = LogLevel.Error,
            Message = "Nobody could be told that message {Id} ({Purpose}) was given up")]
        public static partial void NobodyTold(ILogger logger, Guid id, string purpose, Exception exception);
    }
}
