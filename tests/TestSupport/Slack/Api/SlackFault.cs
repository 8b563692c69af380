using System.Globalization;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>A fault in the response to a call. Slack does the work only with Hold and CutAfter.</summary>
public abstract record SlackFault
{
    private SlackFault()
    {
    }

    public static SlackFault RateLimited(TimeSpan retryAfter) =>
        new Http(429, ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    public static SlackFault Status(int statusCode) => new Http(statusCode, RetryAfter: null);

    public static SlackFault Error(string code) => new Refused(code);

    /// <summary>Does the work, then waits for <paramref name="gate"/> before it answers.</summary>
    public static SlackFault HoldAnswerUntil(Task gate) => new HeldAnswer(gate);

    /// <summary>Delays the call by the stand-in's clock.</summary>
    public static SlackFault Delay(TimeSpan delay) => new Delayed(delay);

    /// <summary>Does nothing and drops the connection.</summary>
    public static SlackFault CutBefore { get; } = new Cut(Worked: false);

    /// <summary>Does the work and drops the connection.</summary>
    public static SlackFault CutAfter { get; } = new Cut(Worked: true);

    internal sealed record Http(int StatusCode, string? RetryAfter) : SlackFault;

    internal sealed record Refused(string Code) : SlackFault;

    internal sealed record HeldAnswer(Task Gate) : SlackFault;

    internal sealed record Delayed(TimeSpan Time) : SlackFault;

    internal sealed record Cut(bool Worked) : SlackFault;
}

/// <summary>Planned faults, used in order.</summary>
public sealed class SlackFaults
{
    private readonly List<Plan> plans = [];

    /// <summary>Plans a fault for the next calls of any method.</summary>
    public const string AnyMethod = "*";

    /// <summary>Plans <paramref name="fault"/> for the next calls of <paramref name="method"/> with matching arguments.</summary>
    public void Next(string method, SlackFault fault, int times = 1, Func<JsonElement, bool>? when = null)
    {
        lock (plans) plans.Add(new Plan(method, fault, times, when));
    }

    public void Clear()
    {
        lock (plans) plans.Clear();
    }

    internal SlackFault? Take(string method, JsonElement arguments)
    {
        lock (plans)
        {
            var plan = plans.Find(p => (p.Method is AnyMethod || p.Method == method) && (p.When?.Invoke(arguments) ?? true));
            if (plan is null) return null;
            if (--plan.Left is 0) plans.Remove(plan);
            return plan.Fault;
        }
    }

    private sealed class Plan(string method, SlackFault fault, int times, Func<JsonElement, bool>? when)
    {
        public string Method => method;

        public SlackFault Fault => fault;

        public Func<JsonElement, bool>? When => when;

        public int Left { get; set; } = times;
    }
}
