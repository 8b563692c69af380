using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using RelateBot.Bot.Playground.Api;

namespace RelateBot.Bot.Playground;

/// <summary>Sends events to the open pages. Each page gets only what its person may see.</summary>
internal sealed class LiveFeed(PlaygroundClock clock, IHostApplicationLifetime lifetime)
{
    private const int MostWaiting = 256;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, (string Account, Channel<LiveEvent> Events)> pages = new();

    /// <summary>Sends an event to the pages whose person may see it.</summary>
    public void Publish(LiveEvent happened, Func<string, bool> maySee)
    {
        foreach (var (_, (account, events)) in pages)
        {
            // A page that reads too slowly is disconnected. It reconnects and reads everything again.
            if (maySee(account) && !events.Writer.TryWrite(happened))
            {
                events.Writer.TryComplete();
            }
        }
    }

    /// <summary>Returns the events from now until the page is closed or the host stops. The first event confirms the connection.</summary>
    public async IAsyncEnumerable<LiveEvent> FollowAsync(string account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var events = Channel.CreateBounded<LiveEvent>(MostWaiting);
        pages[id] = (account, events);
        try
        {
            events.Writer.TryWrite(LiveEvent.Hello(clock.GetUtcNow()));
            while (await NextAsync(events.Reader, ending.Token) is { } next)
            {
                yield return next;
            }
        }
        finally
        {
            pages.TryRemove(id, out _);
        }
    }

    // A heartbeat after a silence keeps proxies from closing the connection and shows the page that it is open.
    private async Task<LiveEvent?> NextAsync(ChannelReader<LiveEvent> events, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Heartbeat, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return await events.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return cancellationToken.IsCancellationRequested ? null : LiveEvent.Beat(clock.GetUtcNow());
        }
        catch (ChannelClosedException)
        {
            return null;
        }
    }
}

/// <summary>An event for open pages.</summary>
/// <param name="Kind">The event's name.</param>
/// <param name="Message">The new or changed message.</param>
/// <param name="Removed">The id of the deleted message.</param>
/// <param name="Now">The new time.</param>
internal sealed record LiveEvent(string Kind, MessageView? Message = null, Guid? Removed = null, DateTimeOffset? Now = null)
{
    public static LiveEvent Hello(DateTimeOffset now) => new("hello", Now: now);

    public static LiveEvent Beat(DateTimeOffset now) => new("beat", Now: now);

    public static LiveEvent Posted(MessageView message) => new("message", message);

    public static LiveEvent Changed(MessageView message) => new("changed", message);

    public static LiveEvent Gone(Guid id) => new("gone", Removed: id);

    public static LiveEvent ClockMoved(DateTimeOffset now) => new("clock", Now: now);
}
