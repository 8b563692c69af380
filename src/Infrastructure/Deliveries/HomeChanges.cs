using System.Threading.Channels;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>
/// The home pages that this host has to draw anew, each once however often it changed meanwhile. Kept in memory: a page that is
/// missed when a host ends is drawn anew when it is opened.
/// </summary>
public sealed class HomeChanges
{
    private readonly Channel<HomeChange> order = Channel.CreateUnbounded<HomeChange>();
    private readonly HashSet<HomeChange> waiting = [];

    public void Add(HomeChange change)
    {
        lock (waiting)
        {
            if (waiting.Add(change))
            {
                order.Writer.TryWrite(change);
            }
        }
    }

    /// <summary>The one that has waited longest. What changes from here on is another change.</summary>
    public async Task<HomeChange> NextAsync(CancellationToken cancellationToken)
    {
        var change = await order.Reader.ReadAsync(cancellationToken);
        lock (waiting)
        {
            waiting.Remove(change);
        }

        return change;
    }
}
