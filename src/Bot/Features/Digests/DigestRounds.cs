using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Digests;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Sends the digests that are due, each with its message in one transaction.</summary>
public sealed class DigestRounds(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock)
{
    private const int AtOnce = 500;

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var round = new DueRound(scopes);
        foreach (var (organisationId, personId) in await DueAsync(cancellationToken))
        {
            await round.DoAsync(organisationId, services => SendAsync(services, personId, cancellationToken), cancellationToken);
        }

        round.End();
    }

    private async Task<List<(Guid OrganisationId, Guid PersonId)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<RelateDbContext>().DigestSubscriptions.IgnoreQueryFilters()
            .Where(subscription => subscription.NextAt <= now).OrderBy(subscription => subscription.NextAt).Take(AtOnce)
            .Select(subscription => new { subscription.OrganisationId, subscription.PersonId }).ToListAsync(cancellationToken);
        return [.. due.Select(subscription => (subscription.OrganisationId, subscription.PersonId))];
    }

    private async Task SendAsync(IServiceProvider services, Guid personId, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IDigestSubscriptions>().OfAsync(personId, cancellationToken) is { } subscription
            && await services.GetRequiredService<RelateDbContext>().People.FirstOrDefaultAsync(person => person.Id == personId, cancellationToken) is { } person
            && await workspaces.FindAsync(subscription.WorkspaceId, cancellationToken) is { } workspace)
        {
            var zone = (await services.GetRequiredService<IDigestSource>().OrganisationAsync(cancellationToken)).Zone();
            if (!person.IsActive)
            {
                subscription.End();
            }
            else if (await MessageAsync(services, new ChatContext(workspace, person), subscription, zone, cancellationToken) is { } message)
            {
                await services.GetRequiredService<Outbound>().ToPeopleAsync(workspace, [person], message, "digest", actId: null, cancellationToken);
            }
        }
    }

    /// <summary>What they get, and the next one planned; null on a day off, and while it cannot be told whether they may read it or what it has to say.</summary>
    private async Task<ChatMessage?> MessageAsync(IServiceProvider services, ChatContext context, DigestSubscription subscription, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var days = services.GetRequiredService<PeoplesDays>().Of(context.Sender);
        if (subscription.TryPutOff(now, days))
        {
            return null;
        }

        var access = await services.GetRequiredService<DigestRights>().OfAsync(context, cancellationToken);
        if (access.IsUnsure || await services.GetRequiredService<DigestBook>().TodayAsync(now, cancellationToken) is null)
        {
            return null;
        }

        if (access.IsNone)
        {
            subscription.End();
            return DigestNotices.Ended();
        }

        if (subscription.TakeDue(now, zone, days) is not { } period)
        {
            return null;
        }

        var digest = await services.GetRequiredService<DigestBook>().WriteAsync(period, access.Widest, services.GetRequiredService<DigestRules>(), cancellationToken);
        return ChatMessage.Of([.. DigestMessages.Whole(digest), DigestButtons.Under(subscription.Rhythm, access.Widest, subscription.Rhythm)]);
    }
}
