using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using RelateBot.Bot.Slack.Access;

namespace RelateBot.Bot.Slack;

/// <summary>
/// Counts Slack's requests in a form that RelateBot can't read, and logs each type once. They are acknowledged all the same, because Slack
/// counts any other answer as a failure and switches events off after too many.
/// </summary>
public sealed partial class UnreadRequestLog(IMeterFactory meters, ILogger<UnreadRequestLog> logger)
{
    public const string MeterName = "RelateBot.Slack";
    public const string CounterName = "relatebot.slack.unread";

    // Slack has fewer types than this. More of them wouldn't come from Slack.
    private const int MostTypes = 100;
    private const string OtherType = "other";

    private readonly ConcurrentDictionary<(string Kind, string Type), byte> logged = new();
    private readonly Counter<long> counter = meters.Create(MeterName).CreateCounter<long>(
        CounterName,
        description: "Signed requests from Slack that RelateBot couldn't read.");

    /// <summary>Counts a request that was acknowledged but couldn't be read.</summary>
    /// <param name="kind"><c>event</c> or <c>interaction</c>.</param>
    /// <param name="type">Slack's type of the request; null when it has none.</param>
    /// <param name="where">The part that couldn't be read, without its content.</param>
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
