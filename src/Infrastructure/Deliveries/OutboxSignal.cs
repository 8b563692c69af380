using System.Threading.Channels;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Wakes the sender of this host when something was committed for it. Losing a wake-up costs a sweep's delay, no message.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to send.</summary>
    public void Set() => channel.Writer.TryWrite(true);

    /// <summary>Waits until there is something to send, or until the time has passed.</summary>
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
