using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Playground.Api;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Playground;

/// <summary>The playground's chat server: stores messages and notifies open pages of changes.</summary>
internal sealed class PlaygroundMessageStore(OrganisationScope organisations, LiveFeed feed, SealedTextOpener sealedText)
{
    /// <summary>Adds a message. Does nothing if one with the same id exists.</summary>
    public async Task PutAsync(PlaygroundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (!await organisations.CommitAsync(
                message.OrganisationId,
                (RelateDbContext context, CancellationToken token) => TryAddAsync(context, message, token),
                cancellationToken))
            {
                return;
            }
        }
        catch (ConflictException)
        {
            return;
        }

        feed.Publish(LiveEvent.Posted(MessageView.Of(message, sealedText)), message.IsVisibleTo);
    }

    /// <summary>Replaces a message's content. False when it no longer exists.</summary>
    public async Task<bool> ChangeAsync(Guid organisationId, Guid id, string content, bool edited, CancellationToken cancellationToken)
    {
        var changed = await organisations.CommitAsync(
            organisationId,
            (RelateDbContext context, CancellationToken token) => ChangeAsync(context, id, content, edited, token),
            cancellationToken);
        if (changed is null)
        {
            return false;
        }

        feed.Publish(LiveEvent.Changed(MessageView.Of(changed, sealedText)), changed.IsVisibleTo);
        return true;
    }

    /// <summary>Deletes a message, if it exists.</summary>
    public async Task RemoveAsync(Guid organisationId, Guid id, CancellationToken cancellationToken)
    {
        var removed = await organisations.CommitAsync(
            organisationId, (RelateDbContext context, CancellationToken token) => RemoveAsync(context, id, token), cancellationToken);
        if (removed is not null)
        {
            feed.Publish(LiveEvent.Gone(id), removed.IsVisibleTo);
        }
    }

    /// <summary>Returns the message, or null when there is none.</summary>
    public Task<PlaygroundMessage?> FindAsync(Guid organisationId, Guid id, CancellationToken cancellationToken) => organisations.RunAsync(
        organisationId,
        (RelateDbContext context, CancellationToken token) =>
            context.PlaygroundMessages.AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == id, token),
        cancellationToken);

    /// <summary>Returns the newest messages of a conversation, up to a moment, that a visitor may see, newest first.</summary>
    public Task<List<PlaygroundMessage>> PageAsync(
        Visitor visitor, string conversation, DateTimeOffset upTo, int limit, CancellationToken cancellationToken) =>
        organisations.RunAsync(
            visitor.Workspace.OrganisationId,
            (RelateDbContext context, CancellationToken token) => PageAsync(context, visitor, conversation, upTo, limit, token),
            cancellationToken);

    private static async Task<bool> TryAddAsync(RelateDbContext context, PlaygroundMessage message, CancellationToken cancellationToken)
    {
        if (await context.PlaygroundMessages.AnyAsync(stored => stored.Id == message.Id, cancellationToken))
        {
            return false;
        }

        context.PlaygroundMessages.Add(message);
        return true;
    }

    private static async Task<PlaygroundMessage?> ChangeAsync(
        RelateDbContext context, Guid id, string content, bool edited, CancellationToken cancellationToken)
    {
        if (await context.PlaygroundMessages.FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken) is not { } message)
        {
            return null;
        }

        message.Content = content;
        message.IsEdited |= edited;
        return message;
    }

    private static async Task<PlaygroundMessage?> RemoveAsync(RelateDbContext context, Guid id, CancellationToken cancellationToken)
    {
        if (await context.PlaygroundMessages.FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken) is not { } message)
        {
            return null;
        }

        context.PlaygroundMessages.Remove(message);
        return message;
    }

    private static Task<List<PlaygroundMessage>> PageAsync(
        RelateDbContext context, Visitor visitor, string conversation, DateTimeOffset upTo, int limit,
        CancellationToken cancellationToken) =>
        context.PlaygroundMessages.AsNoTracking().WhereVisibleTo(visitor.Account)
            .Where(message => message.Conversation == conversation && message.CreatedAt <= upTo)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(limit).ToListAsync(cancellationToken);
}
