using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Teams;
using RelateBot.Bot.Teams.Connector;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Teams;

public sealed class ConnectorRateLimiterTests
{
    [Fact]
    public void Never_more_than_fifty_calls_begin_in_any_second()
    {
        var time = new FakeTimeProvider(TestTime.Start);
        var rateLimiter = new ConnectorRateLimiter(Options.Create(new TeamsOptions()), time);
        List<DateTimeOffset> begun = [];
        for (var step = 0; step < 500; step++)
        {
            // As many as there are places for; the first that has to wait is taken up by the clock.
            while (rateLimiter.WaitAsync("tenant", CancellationToken.None) is var waiting)
            {
                if (!waiting.IsCompleted)
                {
                    _ = waiting.ContinueWith(
                        _ => begun.Add(time.GetUtcNow()),
                        CancellationToken.None,
                        TaskContinuationOptions.ExecuteSynchronously,
                        TaskScheduler.Default);
                    break;
                }

                begun.Add(time.GetUtcNow());
            }

            time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.True(begun.Count > 150, "Nor is it much slower.");
        Assert.All(begun, start => Assert.InRange(begun.Count(at => at >= start && at < start + TimeSpan.FromSeconds(1)), 1, 50));
    }

    [Fact]
    public void One_tenant_does_not_wait_for_another()
    {
        var rateLimiter = new ConnectorRateLimiter(Options.Create(new TeamsOptions()), new FakeTimeProvider(TestTime.Start));
        var busy = Enumerable.Range(0, 100).Select(_ => rateLimiter.WaitAsync("busy", CancellationToken.None)).ToList();

        // The clock stands still: who has to wait at all does not get through.
        var quiet = rateLimiter.WaitAsync("quiet", CancellationToken.None);

        Assert.Contains(busy, call => !call.IsCompleted);
        Assert.True(quiet.IsCompletedSuccessfully);
    }
}
