using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>
/// Carries the rounds on: plans the one that has begun, in one transaction, then does what is due with each group, a transaction each
/// with the messages in it. Whoever is killed in between left a whole round or none, and whoever comes next goes on where it stopped.
/// </summary>
public sealed class PairingRounds(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int AtOnce = 400;

    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var round = new DueRound(scopes);
        foreach (var organisationId in await OrganisationsAsync(cancellationToken))
        {
            await round.DoAsync(organisationId, services => services.GetRequiredService<PairingPlan>().TryAsync(organisationId, cancellationToken), cancellationToken);
        }

        // What another host is just doing is met a second time, and left to it.
        var done = new HashSet<Guid>();
        while ((await DueGroupsAsync(cancellationToken)).FindAll(group => done.Add(group.Id)) is { Count: > 0 } due)
        {
            foreach (var (organisationId, groupId) in due)
            {
                await round.DoAsync(organisationId, services => StepAsync(services, groupId, cancellationToken), cancellationToken);
            }
        }

        round.End();
    }

    private static async Task StepAsync(IServiceProvider services, Guid groupId, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IPairings>().FindAsync(groupId, cancellationToken) is { } details)
        {
            var news = await services.GetRequiredService<PairingLife>().StepAsync(details, cancellationToken);
            await services.GetRequiredService<CoffeePost>().TellAsync(details, news, cancellationToken);
        }
    }

    private async Task<List<Guid>> OrganisationsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RelateDbContext>().PairingMembers.IgnoreQueryFilters()
            .Select(member => member.OrganisationId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<List<(Guid OrganisationId, Guid Id)>> DueGroupsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<RelateDbContext>().PairingSeats.IgnoreQueryFilters()
            .Where(seat => seat.NextStepAt <= now).OrderBy(seat => seat.NextStepAt).Take(AtOnce).Select(seat => new { seat.OrganisationId, seat.GroupId }).ToListAsync(cancellationToken);
        return [.. due.Select(seat => (seat.OrganisationId, seat.GroupId)).Distinct()];
    }
}
