using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Cli.Doctor;

/// <summary>Reports messages that were given up recently and messages that have waited too long.</summary>
internal sealed class OutboxCheck(IServiceProvider services) : IDoctorCheck
{
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public string Name => "Outbox";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        if (!await context.Database.CanConnectAsync(cancellationToken)
            || (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            // The database check has already reported this.
            yield break;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var outbox = context.Outbox.IgnoreQueryFilters().AsNoTracking();
        var dead = await outbox.Where(message => message.Status == OutboxStatus.Dead && message.SettledAt > now - Lately)
            .GroupBy(message => new { message.Purpose, message.LastError })
            .Select(group => new { group.Key.Purpose, group.Key.LastError, Count = group.Count() })
            .OrderByDescending(group => group.Count).ToListAsync(cancellationToken);
        foreach (var group in dead)
        {
            yield return new Finding.Problem(
                $"{group.Count:N0} given up in the last {Lately.TotalDays:N0} days ({group.Purpose}): "
                    + $"{group.LastError ?? "no reason was kept"}",
                "Mend what the platform complains of. What was given up is not sent again.");
        }

        var waiting = await outbox.CountAsync(message => message.SettledAt == null, cancellationToken);
        var oldest = await outbox
            .Where(message => message.SettledAt == null)
            .OrderBy(message => message.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        var age = oldest is null ? TimeSpan.Zero : now - oldest.CreatedAt;
        yield return age > LongWait
            ? new Finding.Problem(
                $"{waiting:N0} messages wait, the oldest ({oldest!.Purpose}) for {age.TotalMinutes:N0} minutes: "
                    + $"{oldest.LastError ?? "it was not tried yet"}",
                "Look whether the bot runs and its platform's settings are there.")
            : new Finding.Good($"{waiting:N0} messages wait");
    }
}
