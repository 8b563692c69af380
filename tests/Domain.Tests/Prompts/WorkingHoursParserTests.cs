using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Tests.Prompts;

public sealed class WorkingHoursParserTests
{
    private static readonly string[] clocks = ["HH:mm", "H:mm", "HH.mm", "H'h'mm", "h:mm tt", "hh:mmtt", "h.mm tt"];

    /// <summary>Any hours of a day, in any of the ways to write a time, between words without a number.</summary>
    private static readonly Arbitrary<(WorkingHours Hours, string Text)> Written = (
        from start in Gen.Choose(0, (24 * 60) - 2)
        from end in Gen.Choose(start + 1, (24 * 60) - 1)
        from clock in Gen.Elements(clocks)
        from dash in Gen.Elements("-", " - ", "–", " – ", "—", "~", " to ")
        from before in Gen.Elements("", "Mo-Fr ", "Mon–Fri: ", "lundi à vendredi, ", "MO-FR ", "平日 ")
        from after in Gen.Elements("", " Uhr", " (mostly)", ", not on Fridays", " ☕")
        select (
            Between(start, end),
            $"{before}{At(start).ToString(clock, CultureInfo.InvariantCulture)}{dash}{At(end)
                .ToString(clock, CultureInfo.InvariantCulture)}{after}")).ToArbitrary();

    /// <summary>What looks like hours, more or less.</summary>
    private static readonly Arbitrary<string> Scribbled =
        Gen.Elements("1", "9", "12", "17", "30", "00", ":", ".", "h", "-", "–", " ", "am", "PM", "Mo", "to", "CET").ListOf().Select(
            string.Concat).ToArbitrary();

    [Theory]
    [InlineData("8-16", "08:00-16:00")]
    [InlineData("8:30 – 17:00", "08:30-17:00")]
    [InlineData("9am-5pm", "09:00-17:00")]
    [InlineData("Mo-Fr 9-17", "09:00-17:00")]
    [InlineData("8 Uhr - 17 Uhr", "08:00-17:00")]
    [InlineData("08h30 - 17h", "08:30-17:00")]
    [InlineData("9 a.m. to 5:30 p.m.", "09:00-17:30")]
    [InlineData("9-5", "09:00-17:00")]
    [InlineData("9–5pm", "09:00-17:00")]
    [InlineData("1-5pm", "13:00-17:00")]
    [InlineData("12pm-8", "12:00-20:00")]
    [InlineData("12am-8am", "00:00-08:00")]
    public void They_are_read_as_people_write_them(string text, string hours) =>
        Assert.Equal(hours, WorkingHoursParser.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("flexible")]
    [InlineData("24/7")]
    [InlineData("22-6")] // over midnight: there is no such day
    [InlineData("8-12, 13-17")]
    [InlineData("Mo-Do 8-17, Fr 8-13")]
    [InlineData("9-17 CET")] // perhaps not by the clock on their wall
    [InlineData("9am-5pm PST")]
    [InlineData("9-17 (UTC+2)")]
    [InlineData("2026-11-22")]
    [InlineData("8-25")]
    [InlineData("8:60-17:00")]
    [InlineData("17pm-18pm")]
    [InlineData("９-１７")]
    public void What_could_mean_anything_else_is_not_read(string? text) => Assert.Null(WorkingHoursParser.Parse(text));

    [Fact]
    public void However_they_are_written_they_are_the_same_hours() =>
        Prop
            .ForAll(Written, written => written.Hours == WorkingHoursParser.Parse(written.Text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Whatever_is_written_is_read_as_hours_of_one_day_or_not_at_all() => Prop
        .ForAll(
            Scribbled,
            text => WorkingHoursParser.Parse(text) is not { } hours
                || (hours.Start < hours.End && WorkingHours.Parse(hours.ToString()) == hours))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void What_is_stored_is_read_as_it_is() =>
        Prop.ForAll(Written, written => written.Hours == WorkingHoursParser.Parse(written.Hours.ToString())).QuickCheckThrowOnFailure();

    private static WorkingHours Between(int start, int end) => new(At(start), At(end));

    private static TimeOnly At(int minutes) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minutes));
}
