using System.Threading.Channels;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>
/// Wakes a worker of this host when something was committed for it. Losing a wake-up costs a sweep's delay, nothing else.
/// </summary>
public abstract class Signal
{
    private readonly Channel<bool> channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Set() => channel.Writer.TryWrite(true);

    /// <summary>Waits until there is something to do, or until the time has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var passed = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(passed.Token, cancellationToken);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has passed: look whether there is anything.
        }
    }
}

/// <summary>There is something to send.</summary>
public sealed class OutboxSignal : Signal;
