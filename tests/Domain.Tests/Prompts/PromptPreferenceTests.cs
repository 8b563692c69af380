using System.Globalization;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Tests.Prompts;

public sealed class PromptPreferenceTests
{
    private static readonly DateOnly friday = new(2026, 11, 20);

    private readonly PromptPreference habit = New(PromptKind.WhoHelped);

    [Theory]
    [InlineData("2026-11-19", false)] // Thursday
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-23", true)] // Monday: Friday was a holiday, or something else mattered more
    [InlineData("2026-11-24", false)]
    public void A_weekly_one_comes_on_its_day_or_soon_after(string day, bool isDue) =>
        Assert.Equal(isDue, habit.IsDue(Day(day), wished: null));

    [Fact]
    public void One_that_came_late_does_not_put_off_the_next()
    {
        habit.RecordSent(friday.AddDays(3));

        Assert.False(habit.IsDue(friday.AddDays(4), wished: null));
        Assert.True(habit.IsDue(friday.AddDays(7), wished: null));
    }

    [Fact]
    public void The_day_that_somebody_chose_holds()
    {
        Assert.False(habit.IsDue(friday, DayOfWeek.Monday));
        Assert.True(habit.IsDue(friday.AddDays(3), DayOfWeek.Monday));
    }

    [Fact]
    public void Three_that_are_ignored_halve_the_frequency_and_that_is_said_once()
    {
        var said = Enumerable.Range(0, 4).Select(week => habit.RecordSent(friday.AddDays(7 * week))).ToList();

        Assert.Equal([false, false, false, true], said);
        Assert.False(habit.IsDue(friday.AddDays(28), wished: null));
        Assert.True(habit.IsDue(friday.AddDays(35), wished: null));
        Assert.False(habit.RecordSent(friday.AddDays(35)));
    }

    [Fact]
    public void An_answer_brings_the_old_frequency_back()
    {
        for (var week = 0; week < 4; week++)
        {
            habit.RecordSent(friday.AddDays(7 * week));
        }

        habit.Answer();

        Assert.True(habit.IsDue(friday.AddDays(28), wished: null));
        Assert.False(habit.RecordSent(friday.AddDays(28)));
    }

    [Fact]
    public void What_was_put_off_comes_on_that_day_and_was_not_ignored()
    {
        habit.RecordSent(friday);
        habit.Snooze(friday.AddDays(4));

        Assert.False(habit.IsDue(friday.AddDays(3), wished: null));
        Assert.True(habit.IsDue(friday.AddDays(4), wished: null));
        habit.RecordSent(friday.AddDays(4));
        Assert.Equal(0, habit.Ignored);
    }

    [Fact]
    public void What_was_stopped_does_not_come_and_an_anniversary_only_for_whoever_wants_it()
    {
        habit.SetWanted(isOn: false);
        Assert.False(habit.IsDue(friday, wished: null));

        var anniversary = New(PromptKind.Anniversary);
        Assert.False(anniversary.IsDue(friday, wished: null));
        anniversary.SetWanted(isOn: true);
        Assert.True(anniversary.IsDue(friday, wished: null));
    }

    private static PromptPreference New(PromptKind kind) => new() { OrganisationId = Guid.Empty, PersonId = Guid.Empty, Kind = kind };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
