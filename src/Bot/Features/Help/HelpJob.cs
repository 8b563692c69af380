using Microsoft.EntityFrameworkCore;
using Quartz;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Help;

/// <summary>Does what is due about asks and claims of help: reminders, follow-ups, expiry, claims that nobody disputed.</summary>
[DisallowConcurrentExecution]
internal sealed class HelpJob(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var round = new DueRound(scopes);
        foreach (var (organisationId, askId) in await DueAsksAsync(cancellationToken))
        {
            await round.DoAsync(organisationId, services => StepAsync(services, askId, cancellationToken), cancellationToken);
        }

        foreach (var (organisationId, claimId) in await DueClaimsAsync(cancellationToken))
        {
            await round.DoAsync(organisationId, services => LetStandAsync(services, claimId, cancellationToken), cancellationToken);
        }

        round.End();
    }

    private async Task StepAsync(IServiceProvider services, Guid askId, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<AskBook>().FindAsync(askId, cancellationToken) is not { } details
            || await workspaces.FindAsync(details.Ask.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return;
        }

        var news = services.GetRequiredService<AskNews>();
        switch (await services.GetRequiredService<AskLife>().StepAsync(details, cancellationToken))
        {
            case AskStep.Remind:
                await news.RemindAsync(workspace, details, cancellationToken);
                break;
            case AskStep.Expire:
                await news.RefreshAsync(details, cancellationToken);
                await news.ToAskerAsync(workspace, details, AskMessages.Expired(details), cancellationToken);
                break;
            case AskStep.LetGo:
                await services.GetRequiredService<AskLeavers>().LetGoAsync(workspace, details, cancellationToken);
                break;
            case AskStep.FollowUp:
                await news.ToAskerAsync(workspace, details, AskMessages.DidItGetSolved(details), cancellationToken);
                break;
        }
    }

    private static async Task LetStandAsync(IServiceProvider services, Guid claimId, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IHelpClaims>().FindAsync(claimId, cancellationToken) is { } claim)
        {
            services.GetRequiredService<HelpGiven>().TryLetStand(claim);
        }
    }

    private async Task<List<(Guid OrganisationId, Guid Id)>> DueAsksAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Asks.IgnoreQueryFilters()
            .Where(ask => ask.NextStepAt <= now).OrderBy(ask => ask.NextStepAt).Take(AtOnce).Select(ask => new { ask.OrganisationId, ask.Id }).ToListAsync(cancellationToken);
        return [.. due.Select(ask => (ask.OrganisationId, ask.Id))];
    }

    private async Task<List<(Guid OrganisationId, Guid Id)>> DueClaimsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<RelateDbContext>().HelpClaims.IgnoreQueryFilters()
            .Where(claim => claim.CountsAt <= now).OrderBy(claim => claim.CountsAt).Take(AtOnce).Select(claim => new { claim.OrganisationId, claim.Id }).ToListAsync(cancellationToken);
        return [.. due.Select(claim => (claim.OrganisationId, claim.Id))];
    }
}
