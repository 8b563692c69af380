using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Sends the digests that are due. Each is a transaction of its own, with the message in it; a killed round goes on where it stopped.</summary>
public sealed class DigestRounds(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>All that are due, one after the other. One that fails keeps no other back; all failures are thrown at the end.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        foreach (var (organisationId, personId) in await DueAsync(cancellationToken))
        {
            try
            {
                await SendAsync(organisationId, personId, cancellationToken);
            }
            catch (ConflictException)
            {
                // Another host was first, or they changed it at that moment. The next round sees what is left to do.
            }
#pragma warning disable CA1031 // Thrown below, when everybody else has theirs.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Some digests could not be sent; they are tried again.", failures);
        }
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

    private async Task SendAsync(Guid organisationId, Guid personId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Tenant>().Is(organisationId);
        if (await services.GetRequiredService<IDigestSubscriptions>().OfAsync(personId, cancellationToken) is { } subscription
            && await services.GetRequiredService<RelateDbContext>().People.FirstOrDefaultAsync(person => person.Id == personId, cancellationToken) is { } person
            && await workspaces.FindAsync(subscription.WorkspaceId, cancellationToken) is { } workspace)
        {
            var zone = (await services.GetRequiredService<IDigestSource>().OrganisationAsync(cancellationToken)).Zone();
            if (!person.IsActive)
            {
                subscription.Choose(DigestRhythm.Off, clock.GetUtcNow(), zone, zone);
            }
            else if (await MessageAsync(services, new ChatContext(workspace, person), subscription, zone, cancellationToken) is { } message)
            {
                await services.GetRequiredService<Outbound>().ToPeopleAsync(workspace, [person], message, "digest", actId: null, cancellationToken);
            }

            await services.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
    }

    /// <summary>What they get, and the next one planned; null, and nothing planned, while it cannot be told whether they may read it or what it has to say.</summary>
    private async Task<ChatMessage?> MessageAsync(IServiceProvider services, ChatContext context, DigestSubscription subscription, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var access = await services.GetRequiredService<DigestRights>().OfAsync(context, cancellationToken);
        if (access.IsUnsure || await services.GetRequiredService<IDigestSource>().IsCountingAsync(LocalDay.Start(LocalDay.Of(now, zone), zone), cancellationToken))
        {
            return null;
        }

        if (access.IsNone)
        {
            subscription.Choose(DigestRhythm.Off, now, zone, zone);
            return DigestNotices.Ended();
        }

        if (subscription.TakeDue(now, zone, context.Sender.Zone(zone)) is not { } period)
        {
            return null;
        }

        var digest = await services.GetRequiredService<DigestBook>().WriteAsync(period, access.Widest, services.GetRequiredService<DigestRules>(), cancellationToken);
        return ChatMessage.Of([.. DigestMessages.Whole(digest), DigestButtons.Under(subscription.Rhythm, access.Widest, subscription.Rhythm)]);
    }
}
