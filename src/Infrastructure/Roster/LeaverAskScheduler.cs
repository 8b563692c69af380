using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Schedules the asks of people who left, so their colleagues don't wait for them.</summary>
internal static class LeaverAskScheduler
{
    /// <summary>Schedules the next step of every ask that they asked, took or were asked alone. It is saved on commit.</summary>
    public static async Task ScheduleAsync(
        RelateDbContext context,
        IReadOnlyCollection<Guid> leftIds,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (leftIds.Count == 0)
        {
            return;
        }

        var asks = await context.Asks
            .Where(ask => (ask.State == AskState.Open || ask.State == AskState.Taken)
                && (leftIds.Contains(ask.AskerId)
                    || leftIds.Contains(ask.PersonId!.Value)
                    || context.AskHelpers.Any(helper => helper.AskId == ask.Id && leftIds.Contains(helper.PersonId))))
            .ToListAsync(cancellationToken);
        asks.ForEach(ask => ask.Plan(AskStep.LetGo, now));
    }
}
