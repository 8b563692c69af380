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

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_writes_nothing()
    {
        await cli.RunAsync("import-roster", cli.File("roster.csv", Roster));

        var exitCode = await cli.RunAsync(
            "import-roster", cli.File("next.csv", "Work Email;Name;Dept\nsue@example.com;Sue;IT\n"),
            "--dry-run", "--complete", "--rename-domain", "example.org=example.com");

        Assert.Equal(0, exitCode);
        Assert.Contains("Read the column \"Work Email\" as email.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("~ Sue <sue@example.com>: address sue@example.org → sue@example.com", cli.Output, StringComparison.Ordinal);
        Assert.Contains("- Mark <mark@example.org> is switched off", cli.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", cli.Output, StringComparison.Ordinal);
        Assert.Equal(0, Count("people WHERE IsActive = 0"));
        Assert.Equal(0, Count("people WHERE Email LIKE '%.com'"));
    }

    [Fact]
    public async Task A_complete_file_needs_force_for_more_than_a_fifth_and_says_so()
    {
        await cli.RunAsync("import-roster", cli.File("roster.csv", Roster));
        var next = cli.File("next.csv", "email,name,department\nsue@example.org,Sue,IT\n");

        Assert.Equal(2, await cli.RunAsync("import-roster", next, "--complete"));
        Assert.Contains("The file lacks 1 of 2 people", cli.Output, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync("import-roster", next, "--complete", "--force"));
        Assert.Contains("1 switched off", cli.Output, StringComparison.Ordinal);
        Assert.Equal(1, Count("people WHERE IsActive = 0"));
    }

    [Theory]
    [InlineData("--renamed", "Sales")]
    [InlineData("--rename-domain", "=x")]
    [InlineData("--dates", "ymd")]
    public async Task An_option_that_says_nothing_is_refused(string option, string value)
    {
        Assert.Equal(2, await cli.RunAsync("import-roster", cli.File("roster.csv", Roster), option, value));
        Assert.False(File.Exists(cli.Database));
    }

    [Fact]
    public async Task A_renamed_department_keeps_its_row()
    {
        await cli.RunAsync("import-roster", cli.File("roster.csv", Roster));

        var next = cli.File("next.csv", Roster.Replace("Sales", "Revenue", StringComparison.Ordinal));
        await cli.RunAsync("import-roster", next, "--renamed", "Sales=Revenue");

        Assert.Equal((2, 1), (Count("departments"), Count("departments WHERE Name = 'Revenue' AND Handle = 'sales'")));
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
        Assert.StartsWith("61,\"", errors[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"=bad", errors[^1].Replace("\"'=bad", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(cli.PathOf("errors.csv")))[..3]);
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
