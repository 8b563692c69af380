using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Teams.Agents;

/// <summary>A clock that goes on as everybody's does, since somebody waits at a page; the test moves it on top.</summary>
internal sealed class RunningClock : IAsyncDisposable
{
    private readonly PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
    private readonly Task running;

    private RunningClock(ManualTime time) => running = RunAsync(time);

    public static RunningClock Start(ManualTime time) => new(time);

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await running;
    }

    private async Task RunAsync(ManualTime time)
    {
        while (await timer.WaitForNextTickAsync())
        {
            time.Advance(timer.Period);
        }
    }
}
