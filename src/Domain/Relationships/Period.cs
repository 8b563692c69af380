namespace RelateBot.Domain.Relationships;

/// <summary>A range of days. The caller knows the time zone.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last day.</param>
public sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>Every day on which something can have happened.</summary>
    public static readonly Period AllTime = new(new DateOnly(1900, 1, 1), new DateOnly(9999, 1, 1));

    /// <summary>True when the period consists of whole calendar months.</summary>
    public bool IsMonths => From.Day == 1 && To.Day == 1;

    /// <summary>The calendar month before the one that contains the day.</summary>
    public static Period MonthBefore(DateOnly day) => new Period(FirstOfMonth(day), FirstOfMonth(day).AddMonths(1)).Previous();

    /// <summary>The week from Monday to Sunday before the one that contains the day.</summary>
    public static Period WeekBefore(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new Period(monday.AddDays(-7), monday);
    }

    /// <summary>The period of the same length right before this one, in months or days.</summary>
    public Period Previous() => Earlier(1);

    /// <summary>The period that covers the <paramref name="times"/> periods of this length before this one.</summary>
    public Period Earlier(int times)
    {
        if ((long)times * (To.DayNumber - From.DayNumber) > From.DayNumber - AllTime.From.DayNumber)
        {
            return this with { From = AllTime.From, To = From };
        }

        return this with
        {
            From = IsMonths
                ? From.AddMonths(-times * (((To.Year - From.Year) * 12) + To.Month - From.Month))
                : From.AddDays(-times * (To.DayNumber - From.DayNumber)),
            To = From,
        };
    }

    /// <summary>The whole months in the period, as one period.</summary>
    /// <returns>Null when it has none.</returns>
    public Period? Months()
    {
        var first = From.Day == 1 ? From : FirstOfMonth(From).AddMonths(1);
        var end = FirstOfMonth(To);
        return first < end ? new Period(first, end) : null;
    }

    /// <summary>Splits the period into the fewest flows: its whole months, and the days before and after them.</summary>
    public IEnumerable<(FlowSpan Span, Period Period)> SplitIntoSpans()
    {
        if (Months() is not { } months)
        {
            return [(FlowSpan.Day, this)];
        }

        return new[] { (FlowSpan.Day, new Period(From, months.From)), (FlowSpan.Month, months), (FlowSpan.Day, new Period(months.To, To)) }
            .Where(stretch => stretch.Item2.From < stretch.Item2.To);
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
