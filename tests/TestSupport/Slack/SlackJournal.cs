namespace RelateBot.TestSupport.Slack;

/// <summary>All calls, in the order of their responses.</summary>
public sealed class SlackJournal(SlackStandInOptions options)
{
    private readonly Queue<SlackCall> calls = new();
    private readonly Waiters<SlackCall> waiters = new(options.WaitTimeout);
    private long count;

    /// <summary>The number of all calls, including those that the journal has dropped.</summary>
    public long Count => Interlocked.Read(ref count);

    public IReadOnlyList<SlackCall> Calls
    {
        get
        {
            lock (calls) return [.. calls];
        }
    }

    public IReadOnlyList<SlackCall> Of(string method) => [.. Calls.Where(c => c.Method == method)];

    /// <summary>
    /// Waits for the first past or future call that matches. With <paramref name="after"/>, its number must be greater (see <see
    /// cref="Count"/>).
    /// </summary>
    public Task<SlackCall> WaitForCallAsync(Func<SlackCall, bool> predicate, long after = 0,
        CancellationToken cancellationToken = default) =>
        waiters.WaitAsync(c => c.Number > after && predicate(c), () => Calls, "such call", cancellationToken);

    public Task<SlackCall> WaitForCallAsync(string method, long after = 0, CancellationToken cancellationToken = default) =>
        waiters.WaitAsync(c => c.Number > after && c.Method == method, () => Calls, $"call of {method}", cancellationToken);

    internal void Add(SlackCall call)
    {
        lock (calls)
        {
            call.Number = Interlocked.Increment(ref count);
            calls.Enqueue(call);
            if (calls.Count > options.JournalCapacity) calls.Dequeue();
        }

        waiters.Publish(call);
    }
}
