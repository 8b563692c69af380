namespace RelateBot.Domain.Prompts;

/// <summary>How much is too much, over all kinds.</summary>
public sealed record PromptRules
{
    /// <summary>After how many in a row that nobody answered a kind comes half as often.</summary>
    public const int MaxIgnored = 3;

    /// <summary>For how long a person does not read the same words twice.</summary>
    public const int FreshDays = 56;

    // Whoever flies east has two days in one; they are not written to twice in it.
    private static readonly TimeSpan shortestNight = TimeSpan.FromHours(12);

    /// <summary>Most on one day.</summary>
    public required int MaxPerDay { get; init; }

    /// <summary>Most within seven days.</summary>
    public required int MaxPerWeek { get; init; }

    /// <summary>When they come to whoever chose no time.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>
    /// True when one more is not too much. <paramref name="heard"/>: what came to the person lately, at least that of the last seven days.
    /// </summary>
    public bool AllowsOneMore(DateOnly today, DateTimeOffset now, IReadOnlyCollection<ProactiveMessage> heard)
    {
        var onOneDay = heard.Count(approach => approach.Day == today || approach.At > now - shortestNight);
        var inOneWeek = heard.Count(approach => approach.Day > today.AddDays(-7) || approach.At > now.AddDays(-7));
        return onOneDay < MaxPerDay && inOneWeek < MaxPerWeek;
    }
}
