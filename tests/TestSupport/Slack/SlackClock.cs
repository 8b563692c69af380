using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Creates Slack's timestamps, such as "1732240000.000100". They're unique and increasing in a workspace, even when the clock stands still.
/// </summary>
internal sealed class SlackClock(TimeProvider time)
{
    private const long Step = 100;
    private long last;

    public DateTimeOffset Now => time.GetUtcNow();

    public long UnixSeconds => Now.ToUnixTimeSeconds();

    public string NextTs()
    {
        var now = (Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond / Step * Step;
        long before, next;
        do
        {
            before = Interlocked.Read(ref last);
            next = Math.Max(now, before + Step);
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        return string.Create(CultureInfo.InvariantCulture, $"{next / 1_000_000}.{next % 1_000_000:D6}");
    }
}
