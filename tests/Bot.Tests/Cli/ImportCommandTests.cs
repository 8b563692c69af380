using Microsoft.Data.Sqlite;

namespace RelateBot.Bot.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private const string Roster =
        "email,name,department,shoe_size\nmark@example.org,Mark,Sales,44\nsue@example.org,Sue,IT,39\nnobody,Nobody,IT,1\n";
    private const string Exchanges =
        "occurred_at,kind,from_email,to\n2026-03-05T14:30:00Z,help,sue@example.org,mark@example.org\n2026-03-06T14:30:00Z,thanks,mark@example.org,department:IT\n";

    private readonly BotCli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_bad_row_is_told_by_its_line_the_good_ones_are_taken_and_the_exit_code_is_1()
    {
        var exitCode = await cli.RunAsync("import-roster", cli.File("roster.csv", Roster));

        Assert.Equal(1, exitCode);
        Assert.Contains("Line 4: \"nobody\" is no e-mail address.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("shoe_size", cli.Output, StringComparison.Ordinal);
        Assert.Contains("roster.csv: 2 new, 0 changed, 0 as before, 1 told above.", cli.Output, StringComparison.Ordinal);
        Assert.Equal(2, Count("people"));
    }

    [Fact]
    public async Task A_file_without_faults_exits_with_0_and_twice_is_like_once()
    {
        await cli.RunAsync("import-roster", cli.File("roster.csv", Roster));

        var first = await cli.RunAsync("import-exchanges", cli.File("exchanges.csv", Exchanges));
        var second = await cli.RunAsync("import-exchanges", cli.PathOf("exchanges.csv"));

        Assert.Equal((0, 0), (first, second));
        Assert.Contains("0 new, 0 changed, 2 as before", cli.Output, StringComparison.Ordinal);
        Assert.Equal((2, 4, 0), (Count("exchanges"), Count("flows"), Count("unprojected_exchanges")));
    }

    [Theory]
    [InlineData("email,name\n", "lacks department")]
    [InlineData(null, "roster.csv")]
    public async Task A_file_that_cannot_be_read_exits_with_2_and_says_why(string? content, string reason)
    {
        var path = content is null ? cli.PathOf("roster.csv") : cli.File("roster.csv", content);

        Assert.Equal(2, await cli.RunAsync("import-roster", path));
        Assert.Contains(reason, cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_bad_rows_are_shown_and_all_are_written_where_asked()
    {
        var path = cli.File(
            "roster.csv",
            "email,name,department\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"=bad{i},Nobody,IT\n")));

        await cli.RunAsync("import-roster", path, "--errors", cli.PathOf("errors.csv"));

        Assert.Contains("Line 51:", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 52:", cli.Output, StringComparison.Ordinal);
        Assert.Contains("and 10 more", cli.Output, StringComparison.Ordinal);
        var errors = await File.ReadAllLinesAsync(cli.PathOf("errors.csv"));
        Assert.Equal(61, errors.Length);
        Assert.StartsWith("61,", errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_file_is_read_as_markup_or_steers_the_terminal()
    {
        await cli.RunAsync("import-roster", cli.File("roster.csv", "email,name,department,[red]x\n[bold]oops[/],\u001b[2JX,IT,1\n"));

        Assert.Contains("[bold]oops[/]", cli.Output, StringComparison.Ordinal);
        Assert.Contains("[red]x", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', cli.Output);
    }

    [Fact]
    public async Task Rebuilding_leaves_the_same_flows()
    {
        await cli.RunAsync("import-roster", cli.File("roster.csv", Roster));
        await cli.RunAsync("import-exchanges", cli.File("exchanges.csv", Exchanges));

        Assert.Equal(0, await cli.RunAsync("rebuild"));

        Assert.Contains("Rebuilt from 2 ledger entries.", cli.Output, StringComparison.Ordinal);
        Assert.Equal((4, 0), (Count("flows"), Count("unprojected_exchanges")));
    }

    private long Count(string table)
    {
        using var connection = new SqliteConnection(cli.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table is one of this file's own constants.
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
