using Microsoft.Extensions.Time.Testing;

namespace RelateBot.EndToEnd.Tests.Teams.Agents;

/// <summary>A clock that runs in real time, because a page is waiting. The test can also move it.</summary>
internal sealed class RunningClock : IAsyncDisposable
{
    private readonly PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
    private readonly Task running;

    private RunningClock(FakeTimeProvider time) => running = RunAsync(time);

    public static RunningClock Start(FakeTimeProvider time) => new(time);

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await running;
    }

    private async Task RunAsync(FakeTimeProvider time)
    {
        while (await timer.WaitForNextTickAsync())
        {
            time.Advance(timer.Period);
        }
    }
}
