using System.Globalization;
using RelateBot.Bot.Features.Pairing;

namespace RelateBot.Bot.Tests.Features.Pairing;

public sealed class PauseParserTests
{
    [Theory]
    [InlineData("2 weeks", "2026-12-02")]
    [InlineData("for 1 week", "2026-11-25")]
    [InlineData("until 7 January", "2027-01-07")]
    [InlineData("until January 7, 2027", "2027-01-07")]
    [InlineData("UNTIL 30 nov", "2026-11-30")]
    [InlineData("2026-11-19", "2026-11-19")]
    [InlineData("till 1 December 2026.", "2026-12-01")]
    [InlineData("until 18 November", "2027-11-18")]
    public void A_day_is_read_as_people_write_it(string words, string expected) =>
        Assert.Equal(expected, Read(words)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("until")]
    [InlineData("until tomorrow or so")]
    [InlineData("2026-11-18")]
    [InlineData("until 2025-01-01")]
    [InlineData("0 weeks")]
    [InlineData("99 weeks")]
    [InlineData("2031-01-01")]
    [InlineData("31 February")]
    public void Anything_else_is_asked_about(string words) => Assert.Null(Read(words));

    [Fact]
    public void The_29th_of_February_is_found_in_a_leap_year() =>
        Assert.Equal(new DateOnly(2028, 2, 29), PauseParser.Parse("29 February", new DateOnly(2027, 11, 18)));

    private static DateOnly? Read(string words) => PauseParser.Parse(words, new DateOnly(2026, 11, 18));
}
