using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;

namespace RelateBot.Infrastructure.Tests.Roster;

public sealed class RosterLeaverTests : RosterFixture
{
    private const string Header = "email,name,department\n";

    private static readonly RosterOptions complete = new() { IsComplete = true };

    [Fact]
    public async Task Somebody_whom_a_complete_file_lacks_is_switched_off_and_comes_back_with_the_file()
    {
        await ImportAsync(Header + Rows(10));

        var run = await ImportAsync(Header + Rows(9), complete);

        Assert.Equal((1, 9), (run.Report.SwitchedOff, (await ActiveAsync()).Count));
        Assert.True((await PersonAsync("p9@x.org")).SetByHand.HasFlag(PersonFields.Left));
        await ImportAsync(Header + Rows(10), complete);
        Assert.Equal(10, (await ActiveAsync()).Count);
        Assert.False((await PersonAsync("p9@x.org")).SetByHand.HasFlag(PersonFields.Left));
    }

    [Fact]
    public async Task Without_complete_nobody_is_switched_off()
    {
        await ImportAsync(Header + Rows(10));

        await ImportAsync(Header + Rows(1));

        Assert.Equal(10, (await ActiveAsync()).Count);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public async Task More_than_a_fifth_needs_force_and_nothing_is_written_without(int left, bool isTaken)
    {
        await ImportAsync(Header + Rows(10));
        var file = Header + Rows(left) + "new@x.org,New,IT\n";

        if (isTaken)
        {
            await ImportAsync(file, complete);
            Assert.Equal(left + 1, (await ActiveAsync()).Count);
            return;
        }

        var refused = await Assert.ThrowsAsync<ImportFileException>(() => ImportAsync(file, complete));
        Assert.Contains("lacks 3 of 10", refused.Message, StringComparison.Ordinal);
        Assert.Equal(10, (await ActiveAsync()).Count);
        await ImportAsync(file, complete with { IsForced = true });
        Assert.Equal(8, (await ActiveAsync()).Count);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_switches_nobody_off()
    {
        await ImportAsync(Header + Rows(10));

        var run = await ImportAsync(Header + Rows(9) + "p9,Person 9,IT\n", complete);

        Assert.Equal(10, (await ActiveAsync()).Count);
        Assert.Contains(run.Report.Notices, notice => notice.Contains("switched nobody off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("inactive")]
    [InlineData("Terminated")]
    [InlineData("LEAVER")]
    public async Task The_status_says_who_left(string status)
    {
        await ImportAsync(Header + "sue@x.org,Sue,IT\n");

        var run = await ImportAsync($"email,name,department,Status\nsue@x.org,Sue,IT,{status}\nold@x.org,Old,IT,{status}\n");

        Assert.Empty(run.Faults);
        Assert.Empty(await ActiveAsync());
        Assert.Equal(1, run.Report.SwitchedOff);
        await ImportAsync("email,name,department,Status\nsue@x.org,Sue,IT,active\n");
        Assert.Single(await ActiveAsync());
    }

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"p{i}@x.org,Person {i},IT\n"));
}
