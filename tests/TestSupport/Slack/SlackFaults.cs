using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>Faults on demand, used up in the order in which they were planned.</summary>
public sealed class SlackFaults
{
    private readonly List<Plan> plans = [];

    /// <summary>Calls of any method.</summary>
    public const string AnyMethod = "*";

    /// <summary>The next calls of <paramref name="method"/> (those with fitting arguments) end in <paramref name="fault"/>.</summary>
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
