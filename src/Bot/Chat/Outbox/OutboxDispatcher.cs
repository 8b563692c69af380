using System.Text.Json;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Messages;
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
        TimeSpan? pause = null;
        try
        {
            await organisations.CommitAsync(
                message.OrganisationId,
                async (OutboxStore outbox, IAccountStore accounts, CancellationToken token) =>
                    pause = await TryCarryOutAsync(outbox, accounts, message, token),
                cancellationToken);
        }
        catch (ConflictException)
        {
            // The lease expired and another host took the message. That host checks the platform before it sends anything again.
            Log.LeaseLost(logger, message.Id);
        }

        return pause;
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

    /// <summary>Returns how long the whole workspace has to pause; null when other messages can be sent.</summary>
    private async Task<TimeSpan?> TryCarryOutAsync(
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
        }
        catch (PlatformException exception) when (exception.IsPermanent)
        {
            GiveUp(message, exception);
        }
        catch (PlatformException exception)
        {
            Postpone(message, exception, exception.RetryAfter, exception.OutcomeUnknown);
            return exception.StopsWorkspace ? exception.RetryAfter : null;
        }
#pragma warning disable CA1031 // For example, a message that can't be drawn must not block its conversation for ever or stop the sender.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Postpone(message, exception, retryAfter: null, fateUnknown: true);
        }

        return null;
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

    private void Postpone(OutboxMessage message, Exception exception, TimeSpan? retryAfter, bool fateUnknown)
    {
        var now = clock.GetUtcNow();
        if (now - message.CreatedAt >= options.Value.GiveUpAfter && exception is not PlatformException { StopsWorkspace: true })
        {
            GiveUp(message, exception);
            return;
        }

        // The pause doubles from one second, with jitter so that many messages don't retry at the same moment.
        var doubled = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(message.Attempts - 1, 12)));
        var pause = retryAfter ?? (doubled < LongestPause ? doubled : LongestPause) * (0.75 + (Random.Shared.NextDouble() / 2));
        message.Postpone(now + pause, exception.Message.Clip(500), fateUnknown);
        Log.Postponed(logger, message.Id, pause, exception.Message);
    }

    private void GiveUp(OutboxMessage message, Exception exception)
    {
        message.GiveUp(clock.GetUtcNow(), exception.Message.Clip(500));
        Log.GivenUp(logger, message.Id, message.Purpose, message.Attempts, exception.Message);
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
    }
}
