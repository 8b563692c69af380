using System.Threading.Channels;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Wakes a worker of this host after a commit. A lost wake-up only delays the work until the next regular check.</summary>
public abstract class Signal
{
    private readonly Channel<bool> channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Signals that there is work.</summary>
    public void Set() => channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, at most for the given time.</summary>
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
            // The time is up. The caller checks for work.
        }
    }
}

/// <summary>Signals that there are messages to send.</summary>
public sealed class OutboxSignal : Signal;
