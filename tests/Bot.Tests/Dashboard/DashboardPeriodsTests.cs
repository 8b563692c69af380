using RelateBot.Bot.Dashboard;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Dashboard;

public sealed class DashboardPeriodsTests
{
    private static readonly DateOnly FirstOfJanuary = new(2027, 1, 1);

    [Fact]
    public void A_week_is_named_by_the_year_it_belongs_to()
    {
        // 1 January 2027 is a Friday: its week is the last one of 2026.
        Assert.Equal("2026-W53", DashboardPeriods.Name(Period.WeekBefore(new DateOnly(2027, 1, 4))));
        Assert.Equal("2026-W52", DashboardPeriods.Name(DashboardPeriods.Weeks(FirstOfJanuary)[0]));
        Assert.Equal("2026-12", DashboardPeriods.Name(DashboardPeriods.Months(FirstOfJanuary)[0]));
    }

    [Fact]
    public void Every_period_to_choose_is_found_by_its_name_and_is_over()
    {
        var all = DashboardPeriods.Months(FirstOfJanuary).Concat(DashboardPeriods.Weeks(FirstOfJanuary)).ToList();

        Assert.Equal(all, all.Select(period => DashboardPeriods.Find(DashboardPeriods.Name(period), FirstOfJanuary)));
        Assert.All(all, period => Assert.True(period.To <= FirstOfJanuary));
        Assert.Equal(new DateOnly(2024, 1, 1), DashboardPeriods.Months(FirstOfJanuary)[^1].From);
    }

    [Theory]
    [InlineData("2027-01")]
    [InlineData("2026-W53")]
    [InlineData("2023-12")]
    [InlineData("2026-12-01")]
    [InlineData("nonsense")]
    public void Nothing_else_is_found(string name) => Assert.Null(DashboardPeriods.Find(name, FirstOfJanuary));
}
