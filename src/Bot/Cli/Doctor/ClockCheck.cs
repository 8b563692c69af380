using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Cli.Doctor;

/// <summary>Checks that the clock can be right and that time zones are available.</summary>
internal sealed class ClockCheck(IServiceProvider services) : IDoctorCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    public string Name => "Clock";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        yield return new Finding.Good($"{now:yyyy-MM-dd HH:mm:ss} UTC");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Zurich", out _))
        {
            yield return new Finding.Problem("the system knows no time zones", "Install the package tzdata.");
        }

        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        if (!await context.Database.CanConnectAsync(cancellationToken)
            || (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            yield break;
        }

        var last = await context.Outbox
            .IgnoreQueryFilters()
            .AsNoTracking()
            .OrderByDescending(message => message.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is not null && last.CreatedAt > now + Tolerance)
        {
            yield return new Finding.Problem(
                $"it is behind: a message was written at {last.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC",
                "Set the clock by NTP. In the playground a clock that was moved on does this, too.");
        }
    }
}
