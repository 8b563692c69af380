using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using RelateBot.Bot.Slack.Access;

namespace RelateBot.Bot.Slack;

/// <summary>
/// Counts what Slack sent in a shape that is not known here, and logs each type of it once. Slack is told that it arrived all the same: it
/// counts every other answer as a failure, and switches events off after too many.
/// </summary>
public sealed partial class UnreadRequestLog(IMeterFactory meters, ILogger<UnreadRequestLog> logger)
{
    public const string MeterName = "RelateBot.Slack";
    public const string CounterName = "relatebot.slack.unread";

    // The types are Slack's own words; more of them than this would be someone else's.
    private const int MostTypes = 100;
    private const string OtherType = "other";

    private readonly ConcurrentDictionary<(string Kind, string Type), byte> logged = new();
    private readonly Counter<long> counter = meters.Create(MeterName).CreateCounter<long>(
        CounterName,
        description: "Signed requests of Slack in a shape that is not known here.");

    /// <summary>A request was acknowledged and not read.</summary>
    /// <param name="kind"><c>event</c> or <c>interaction</c>.</param>
    /// <param name="type">Slack's word for what it tells of; null when it does not say.</param>
    /// <param name="where">Which part could not be read; nothing of what it holds.</param>
    public void Add(string kind, string? type, string where)
    {
        var name = type is not null && SlackId.AreValid(type) ? type : OtherType;
        if (logged.Count >= MostTypes && !logged.ContainsKey((kind, name)))
        {
            name = OtherType;
        }

        counter.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("type", name));
        if (logged.TryAdd((kind, name), 0))
        {
            Log.NotRead(logger, kind, name, where);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "Slack sent an {Kind} of type {Type} that cannot be read: {Where}. It is acknowledged and nothing is done. "
                + "Others of this type are counted and not logged again")]
        public static partial void NotRead(ILogger logger, string kind, string type, string where);
    }
}
