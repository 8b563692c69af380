namespace RelateBot.Domain.Prompts;

/// <summary>The limits on prompts of all kinds.</summary>
public sealed record PromptRules
{
    /// <summary>After how many unanswered prompts in a row a kind comes half as often.</summary>
    public const int MaxIgnored = 3;

    /// <summary>For how many days a person doesn't get the same text twice.</summary>
    public const int FreshDays = 56;

    // A traveller who flies east can reach the next date within hours. Messages of the last 12 hours always count as the same day.
    private static readonly TimeSpan shortestNight = TimeSpan.FromHours(12);

    /// <summary>The most proactive messages on one day.</summary>
    public required int MaxPerDay { get; init; }

    /// <summary>The most proactive messages within seven days.</summary>
    public required int MaxPerWeek { get; init; }

    /// <summary>The default time of day, for people who haven't chosen an hour.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>
    /// True when one more message is within the limits. <paramref name="heard"/> is what the person got recently, at least in the last
    /// seven days.
    /// </summary>
    public bool AllowsOneMore(DateOnly today, DateTimeOffset now, IReadOnlyCollection<ProactiveMessage> heard)
    {
        var onOneDay = heard.Count(approach => approach.Day == today || approach.At > now - shortestNight);
        var inOneWeek = heard.Count(approach => approach.Day > today.AddDays(-7) || approach.At > now.AddDays(-7));
        return onOneDay < MaxPerDay && inOneWeek < MaxPerWeek;
    }
}
