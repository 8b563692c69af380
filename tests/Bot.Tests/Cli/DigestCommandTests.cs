using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace RelateBot.Bot.Tests.Cli;

public sealed class DigestCommandTests : IDisposable
{
    private readonly BotCli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task The_json_has_the_shape_that_is_documented()
    {
        await ImportAsync();

        Assert.Equal(0, await cli.RunAsync("digest", "--from", "2026-03-01", "--to", "2026-04-01", "--format", "json"));

        using var json = JsonDocument.Parse(cli.Output);
        Assert.Equal(
            ["organisation", "from", "to", "flows", "bridges", "oneWayStreets", "thankRate", "reciprocity", "unsung", "unansweredAsks"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("My organisation", "2026-03-01", "2026-04-01"), (Text(json, "organisation"), Text(json, "from"), Text(json, "to")));
        Assert.Equal(
            [
                """{"from":"IT","to":"Legal","helps":"few","thanks":"few","kudos":"few","asks":"few"}""",
                """{"from":"IT","to":"Sales","helps":5,"thanks":0,"kudos":0,"asks":0}""",
                """{"from":"Legal","to":"IT","helps":"few","thanks":"few","kudos":"few","asks":"few"}""",
                """{"from":"Legal","to":"Sales","helps":"few","thanks":"few","kudos":"few","asks":"few"}""",
                """{"from":"Sales","to":"IT","helps":0,"thanks":2,"kudos":1,"asks":0}""",
                """{"from":"Sales","to":"Legal","helps":"few","thanks":"few","kudos":"few","asks":"few"}""",
            ],
            json.RootElement.GetProperty("flows").EnumerateArray().Select(flow => JsonSerializer.Serialize(flow)));
        Assert.Equal(
            (0.4, 0.0),
            (json.RootElement.GetProperty("thankRate").GetDouble(), json.RootElement.GetProperty("reciprocity").GetDouble()));
        Assert.Equal(
            """[{"from":"IT","to":"Sales","helps":5,"back":0}]""",
            JsonSerializer.Serialize(json.RootElement.GetProperty("oneWayStreets")));
    }

    [Fact]
    public async Task Unsuppressed_shows_every_figure_and_the_audit_log_says_who_asked()
    {
        await ImportAsync();

        await cli.RunAsync("digest", "--from", "2026-03-01", "--to", "2026-04-01", "--format", "csv", "--unsuppressed");

        Assert.Contains("\"IT\",\"Legal\",1,0,0,0", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("few", cli.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"{Environment.UserName}@{Environment.MachineName}|digest.unsuppressed|2026-03-01 to 2026-04-01, the whole organisation",
            Audit());
    }

    [Fact]
    public async Task Without_that_nothing_is_noted_and_csv_says_few()
    {
        await ImportAsync();

        await cli.RunAsync("digest", "--from", "2026-03-01", "--to", "2026-04-01", "--format", "csv");

        Assert.StartsWith("\uFEFF\"from\",\"to\",\"helps\",\"thanks\",\"kudos\",\"asks\"\r\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\"IT\",\"Legal\",\"few\",\"few\",\"few\",\"few\"", cli.Output, StringComparison.Ordinal);
        Assert.Equal("", Audit());
    }

    [Fact]
    public async Task The_text_of_a_department_reads_like_the_chat()
    {
        await ImportAsync();

        await cli.RunAsync("digest", "--from", "2026-03-01", "--to", "2026-04-01", "--department", "it");

        Assert.Contains("IT, March 2026: help across departments", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Helps given 5 (before 0), to 1 other department; received 0 (before 0).", cli.Output, StringComparison.Ordinal);
        Assert.Contains("40 % of helps given were thanked for.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Few: Legal; their figures are in no sum.", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-04-01", "2026-03-01", null, "--to is the day after the last one")]
    [InlineData("2026-03-01", "2026-04-01", "Nowhere", "No department is called \"Nowhere\". There are: IT, Legal, Sales")]
    public async Task What_makes_no_sense_gets_a_sentence(string from, string to, string? department, string sentence)
    {
        await ImportAsync();

        Assert.Equal(
            2,
            await cli.RunAsync(["digest", "--from", from, "--to", to, .. department is null ? [] : new[] { "--department", department }]));

        Assert.Contains(sentence, cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_exits_with_2() =>
        Assert.Equal(2, await cli.RunAsync("digest", "--from", "1.3.2026", "--to", "2026-04-01"));

    /// <summary>Two departments of five and one of two.</summary>
    private async Task ImportAsync()
    {
        var people = Enumerable
            .Range(0, 12)
            .Select(number => $"p{number}@example.org,Person {number},{(number < 5 ? "IT" : number < 10 ? "Sales" : "Legal")}\n");
        await cli.RunAsync("import-roster", cli.File("roster.csv", $"email,name,department\n{string.Concat(people)}"));
        var helps = Enumerable
            .Range(0, 5)
            .Select(number => $"2026-03-0{number + 1}T14:30:00Z,help,p{number}@example.org,p{number + 5}@example.org\n");
        await cli.RunAsync("import-exchanges", cli.File(
            "exchanges.csv",
            $"""
            occurred_at,kind,from_email,to
            {string.Concat(helps)}2026-03-06T14:30:00Z,thanks,p5@example.org,p0@example.org
            2026-03-06T14:30:00Z,thanks,p6@example.org,department:IT
            2026-03-07T14:30:00Z,kudos,p6@example.org,p1@example.org
            2026-03-07T14:30:00Z,help,p1@example.org,p10@example.org
            2026-03-08T14:30:00Z,help,p1@example.org,p2@example.org
            2026-04-01T00:00:00Z,help,p1@example.org,p6@example.org

            """));
    }

    private string Audit()
    {
        using var connection = new SqliteConnection(cli.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Actor" || '|' || "Action" || '|' || "Details" FROM audit_entries""";
        return command.ExecuteScalar() as string ?? "";
    }

    private static string? Text(JsonDocument json, string property) => json.RootElement.GetProperty(property).GetString();
}
