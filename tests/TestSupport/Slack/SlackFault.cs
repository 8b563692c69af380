using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>What goes wrong with a call. Only Hold and CutAfter let Slack do the work.</summary>
public abstract record SlackFault
{
    private SlackFault()
    {
    }

    public static SlackFault RateLimited(TimeSpan retryAfter) => new Http(429, ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    public static SlackFault Status(int statusCode) => new Http(statusCode, RetryAfter: null);

    public static SlackFault Error(string code) => new Refused(code);

    /// <summary>The answer waits for <paramref name="gate"/>; the work is done before.</summary>
    public static SlackFault HoldAnswerUntil(Task gate) => new HeldAnswer(gate);

    /// <summary>The call waits by the stand-in's clock, then goes on.</summary>
    public static SlackFault Delay(TimeSpan delay) => new Delayed(delay);

    /// <summary>Nothing was done, the caller hears nothing.</summary>
    public static SlackFault CutBefore { get; } = new Cut(Worked: false);

    /// <summary>It was done, the caller hears nothing.</summary>
    public static SlackFault CutAfter { get; } = new Cut(Worked: true);

    internal sealed record Http(int StatusCode, string? RetryAfter) : SlackFault;

    internal sealed record Refused(string Code) : SlackFault;

    internal sealed record HeldAnswer(Task Gate) : SlackFault;

    internal sealed record Delayed(TimeSpan Time) : SlackFault;

    internal sealed record Cut(bool Worked) : SlackFault;
}
