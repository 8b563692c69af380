namespace RelateBot.TestSupport;

/// <summary>Lets tests wait for something without polling.</summary>
internal sealed class Waiters<T>(TimeSpan timeout)
    where T : class
{
    private readonly List<(Func<T, bool> Predicate, TaskCompletionSource<T> Source)> waiting = [];

    public void Publish(T arrival)
    {
        lock (waiting)
        {
            if (waiting.Count is 0) return;
            waiting.RemoveAll(w => w.Predicate(arrival) && w.Source.TrySetResult(arrival));
        }
    }

    /// <summary>Waits for a match. <paramref name="current"/> is read after the wait is registered, so nothing is missed.</summary>
    public async Task<T> WaitAsync(Func<T, bool> predicate, Func<IEnumerable<T>> current, string what, CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting) waiting.Add((predicate, source));
        try
        {
            if (current().FirstOrDefault(predicate) is { } present) return present;
            return await source.Task.WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException timedOut)
        {
            var arrived = current().Select(a => "  " + a).ToList();
            var list = arrived.Count is 0
                ? "Nothing arrived."
                : $"What did arrive ({arrived.Count}):\n{string.Join('\n', arrived.TakeLast(40))}";
            throw new TimeoutException($"No {what} arrived within {timeout.TotalSeconds} s. {list}", timedOut);
        }
        finally
        {
            lock (waiting) waiting.RemoveAll(w => w.Source == source);
        }
    }
}
