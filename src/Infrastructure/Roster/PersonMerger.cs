using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>
/// Merges two records of one person. The ledger is never rewritten: the merged record keeps its entries. It has no account and no address
/// any more, so no one finds it.
/// </summary>
public static class PersonMerger
{
    /// <summary>Moves accounts, open asks, reports, offices and the five to the kept person. The caller commits.</summary>
    public static async Task MergeAsync(RelateDbContext context, Person merged, Person kept, CancellationToken cancellationToken)
    {
        await FocusMerger.MergeAsync(context, merged.Id, kept.Id, cancellationToken);
        foreach (var identity in await context.Identities.Where(one => one.PersonId == merged.Id).ToListAsync(cancellationToken))
        {
            identity.PersonId = kept.Id;
        }

        foreach (var report in await context.People.Where(one => one.ManagerId == merged.Id).ToListAsync(cancellationToken))
        {
            report.ManagerId = report.Id == kept.Id ? null : kept.Id;
        }

        foreach (var department in await context.Departments.Where(one => one.HeadId == merged.Id).ToListAsync(cancellationToken))
        {
            department.HeadId = kept.Id;
        }

        await MoveDelegatesAsync(context, merged, kept, cancellationToken);
        await MoveAsksAsync(context, merged, kept, cancellationToken);
        Fill(merged, kept);
    }

    private static void Fill(Person merged, Person kept)
    {
        kept.Email ??= merged.Email;
        kept.Handle ??= merged.Handle;
        kept.DepartmentId ??= merged.DepartmentId;
        kept.ManagerId ??= merged.ManagerId == kept.Id ? null : merged.ManagerId;
        kept.TimeZone ??= merged.TimeZone;
        kept.Locale ??= merged.Locale;
        kept.WorkingHours ??= merged.WorkingHours;
        kept.StartedOn ??= merged.StartedOn;
        kept.IsActive |= merged.IsActive;
        merged.Email = null;
        merged.Handle = null;
        merged.ManagerId = null;
        merged.IsActive = false;
        merged.SetByHand = PersonFields.None;
    }

    private static async Task MoveDelegatesAsync(RelateDbContext context, Person merged, Person kept, CancellationToken cancellationToken)
    {
        var both = await context.DepartmentDelegates
            .Where(one => one.PersonId == merged.Id || one.PersonId == kept.Id)
            .ToListAsync(cancellationToken);
        foreach (var former in both.Where(one => one.PersonId == merged.Id))
        {
            context.DepartmentDelegates.Remove(former);
            if (!both.Exists(one => one.PersonId == kept.Id && one.DepartmentId == former.DepartmentId))
            {
                context.DepartmentDelegates.Add(new DepartmentDelegate
                {
                    OrganisationId = kept.OrganisationId,
                    DepartmentId = former.DepartmentId,
                    PersonId = kept.Id,
                });
            }
        }
    }

    private static async Task MoveAsksAsync(RelateDbContext context, Person merged, Person kept, CancellationToken cancellationToken)
    {
        var asks = await context.Asks
            .Where(ask => (ask.State == AskState.Open || ask.State == AskState.Taken)
                && (ask.AskerId == merged.Id || ask.PersonId == merged.Id))
            .ToListAsync(cancellationToken);
        foreach (var ask in asks)
        {
            ask.AskerId = ask.AskerId == merged.Id ? kept.Id : ask.AskerId;
            ask.PersonId = ask.PersonId == merged.Id ? kept.Id : ask.PersonId;
        }

        var helpers = await context.AskHelpers
            .Where(helper => (helper.PersonId == merged.Id || helper.PersonId == kept.Id)
                && context.Asks.Any(ask => ask.Id == helper.AskId && (ask.State == AskState.Open || ask.State == AskState.Taken)))
            .ToListAsync(cancellationToken);
        foreach (var former in helpers.Where(helper => helper.PersonId == merged.Id))
        {
            context.AskHelpers.Remove(former);
            if (!helpers.Exists(helper => helper.PersonId == kept.Id && helper.AskId == former.AskId))
            {
                context.AskHelpers.Add(new AskHelper
                {
                    OrganisationId = kept.OrganisationId,
                    AskId = former.AskId,
                    PersonId = kept.Id,
                    DepartmentId = former.DepartmentId,
                    TakenAt = former.TakenAt,
                });
            }
        }
    }
}
