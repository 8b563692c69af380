using System.Globalization;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>
/// The periods that can be chosen: calendar months and weeks that have ended. In an address a month is <c>2026-10</c> and a week
/// <c>2026-W46</c>, as in ISO 8601.
/// </summary>
internal static class DashboardPeriods
{
    private const int MostMonths = 36;
    private const int MostWeeks = 26;
    private const int MonthsOfATrend = 12;
    private const int WeeksOfATrend = 13;

    /// <summary>The available months, latest first.</summary>
    public static IReadOnlyList<Period> Months(DateOnly today) => Back(Period.MonthBefore(today), MostMonths);

    /// <inheritdoc cref="Months"/>
    public static IReadOnlyList<Period> Weeks(DateOnly today) => Back(Period.WeekBefore(today), MostWeeks);

    /// <summary>Returns how many periods of this kind a trend shows.</summary>
    public static int Trend(Period period) => period.IsMonths ? MonthsOfATrend : WeeksOfATrend;

    public static string Name(Period period) => period.IsMonths
        ? period.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(period.From.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(period.From.ToDateTime(default)):00}");

    /// <summary>Finds a period by name. Without a name it is the latest month. Null when it can't be chosen.</summary>
    public static Period? Find(string? name, DateOnly today) => string.IsNullOrEmpty(name)
        ? Period.MonthBefore(today)
        : Months(today).Concat(Weeks(today)).FirstOrDefault(period => Name(period) == name);

    private static List<Period> Back(Period latest, int count)
    {
        List<Period> periods = [latest];
        while (periods.Count < count)
        {
            periods.Add(periods[^1].Previous());
        }

        return periods;
    }
}
