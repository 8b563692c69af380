using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Playground.Api;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>The playground as a chat server: keeps its messages and tells the open pages of every change.</summary>
internal sealed class MessageBoard(IServiceScopeFactory scopes, LiveFeed feed, SealedWords sealedWords)
{
    /// <summary>Puts a message up, once: a second one with the same id changes nothing.</summary>
    public async Task PutAsync(PlaygroundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = ScopeOf(message.OrganisationId);
            var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
            if (await context.PlaygroundMessages.AnyAsync(stored => stored.Id == message.Id, cancellationToken))
            {
                return;
            }

            context.PlaygroundMessages.Add(message);
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            return;
        }

        feed.Publish(LiveEvent.Posted(MessageView.Of(message, sealedWords)), message.MayBeSeenBy);
    }

    /// <summary>Puts other words in its place. False when it is gone.</summary>
    public async Task<bool> ChangeAsync(Guid organisationId, Guid id, string content, bool edited, CancellationToken cancellationToken)
    {
        await using var scope = ScopeOf(organisationId);
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        if (await context.PlaygroundMessages.FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken) is not { } message)
        {
            return false;
        }

        message.Content = content;
        message.IsEdited |= edited;
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        feed.Publish(LiveEvent.Changed(MessageView.Of(message, sealedWords)), message.MayBeSeenBy);
        return true;
    }

    /// <summary>Takes it down; nothing happens when it is gone already.</summary>
    public async Task RemoveAsync(Guid organisationId, Guid id, CancellationToken cancellationToken)
    {
        await using var scope = ScopeOf(organisationId);
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        if (await context.PlaygroundMessages.FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken) is { } message)
        {
            context.PlaygroundMessages.Remove(message);
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
            feed.Publish(LiveEvent.Gone(id), message.MayBeSeenBy);
        }
    }

    /// <summary>The message, or null when there is none.</summary>
    public async Task<PlaygroundMessage?> FindAsync(Guid organisationId, Guid id, CancellationToken cancellationToken)
    {
        await using var scope = ScopeOf(organisationId);
        return await scope.ServiceProvider.GetRequiredService<RelateDbContext>().PlaygroundMessages.AsNoTracking()
            .FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);
    }

    private AsyncServiceScope ScopeOf(Guid organisationId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(organisationId);
        return scope;
    }
}
