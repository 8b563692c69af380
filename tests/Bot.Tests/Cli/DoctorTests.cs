using Microsoft.Data.Sqlite;
using RelateBot.Bot.Cli.Doctor;
using RelateBot.TestSupport.Slack;

namespace RelateBot.Bot.Tests.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly BotCli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_database_that_is_not_there_is_a_problem_and_none_is_made()
    {
        Assert.Equal(1, await cli.RunAsync("doctor"));

        Assert.Contains("Run `migrate`", cli.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
    }

    [Fact]
    public async Task A_healthy_installation_has_no_problem()
    {
        await cli.RunAsync("migrate");

        Assert.Equal(0, await cli.RunAsync("doctor"));

        Assert.Contains("All is well.", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("problem ", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_keys_are_told_all_at_once_with_the_keys_there_are()
    {
        Assert.Equal(1, await cli.RunAsync("doctor", "--Organisation:KudosChanel=#x", "--Outbox:Swep=1"));

        Assert.Contains("Organisation:KudosChanel means nothing", cli.Output, StringComparison.Ordinal);
        Assert.Contains("KudosChannel", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Outbox:Swep means nothing", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_value_and_a_missing_secret_are_told_by_their_setting()
    {
        Assert.Equal(1, await cli.RunAsync("doctor", "--Slack:BotToken=xoxb-not-to-be-shown", "--Organisation:TimeZone=Mars/Olympus"));

        Assert.Contains("Set Slack:SigningSecret", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Set Organisation:TimeZone", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-shown", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_kudos_channel_is_worth_a_note_and_no_problem()
    {
        await cli.RunAsync("migrate");

        Assert.Equal(0, await cli.RunAsync("doctor", "--Organisation:KudosChannel="));

        Assert.Contains("Organisation:KudosChannel is empty", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_were_given_up_are_told_by_purpose_and_error()
    {
        await cli.RunAsync("migrate");
        WriteOutbox("Dead", settled: true);
        WriteOutbox("Dead", settled: true);

        Assert.Equal(1, await cli.RunAsync("doctor"));

        Assert.Contains("2 given up in the last 7 days (thanks.received): channel_not_found", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_waits_for_hours_is_a_problem()
    {
        await cli.RunAsync("migrate");
        WriteOutbox("Pending", settled: false);

        Assert.Equal(1, await cli.RunAsync("doctor"));

        Assert.Contains("1 messages wait, the oldest (thanks.received) for 18", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_from_before_a_permission_was_asked_for_is_a_problem_with_a_way_out()
    {
        await cli.RunAsync("migrate");
        await using var slack = await SlackStandIn.StartAsync();
        slack.Workspace.Scopes.Remove("mpim:write");

        Assert.Equal(1, await cli.RunAsync(
            "doctor",
            "--Slack:SigningSecret=0123456789abcdef0123456789abcdef",
            $"--Slack:ApiBaseUrl={slack.ApiBaseUrl}",
            $"--Slack:BotToken={slack.Workspace.BotToken}"));
        Assert.Contains("Slack: the token lacks mpim:write", cli.Output, StringComparison.Ordinal);
        Assert.Contains("install the app to the workspace again", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Slack_takes_is_good_and_one_that_it_refuses_is_a_problem()
    {
        await cli.RunAsync("migrate");
        await using var slack = await SlackStandIn.StartAsync();
        slack.Workspace.AddChannel("kudos");
        string[] settings = ["--Slack:SigningSecret=0123456789abcdef0123456789abcdef", $"--Slack:ApiBaseUrl={slack.ApiBaseUrl}"];

        Assert.Equal(0, await cli.RunAsync(["doctor", .. settings, $"--Slack:BotToken={slack.Workspace.BotToken}"]));
        Assert.Contains("Slack: the token is good for the team Acme", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Kudos channel: #kudos is there in Acme", cli.Output, StringComparison.Ordinal);

        Assert.Equal(1, await cli.RunAsync(["doctor", .. settings, "--Slack:BotToken=xoxb-wrong"]));
        Assert.Contains("Slack: the token is refused: invalid_auth", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-wrong", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Slack knows no channel #kudos that I may see")]
    [InlineData(true, "The channel #kudos is archived")]
    public async Task A_kudos_channel_to_which_nothing_can_be_posted_is_a_problem(bool isArchived, string problem)
    {
        await cli.RunAsync("migrate");
        await using var slack = await SlackStandIn.StartAsync();
        var channel = slack.Workspace.AddChannel(isArchived ? "kudos" : "praise");
        channel.IsArchived = isArchived;

        Assert.Equal(1, await cli.RunAsync([
            "doctor",
            "--Slack:SigningSecret=0123456789abcdef0123456789abcdef",
            $"--Slack:ApiBaseUrl={slack.ApiBaseUrl}",
            $"--Slack:BotToken={slack.Workspace.BotToken}",
            $"--Organisation:KudosChannel={(isArchived ? channel.Id : "#kudos")}"]));

        Assert.Contains(
            problem.Replace("#kudos", isArchived ? channel.Id : "#kudos", StringComparison.Ordinal),
            cli.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_scrubbed_from_whatever_would_be_shown()
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager
        {
            ["Slack:BotToken"] = "xoxb-1234", ["Slack:SigningSecret"] = "0123456789", ["Slack:ApiBaseUrl"] = "https://slack.com/api/",
            ["ConnectionStrings:RelateBot"] = "Host=db;Username=bot;Password=hunter2",
        };

        var shown = new SecretScrubber(configuration).Scrub("xoxb-1234 at https://slack.com/api/ with 0123456789 and hunter2 on db");

        Assert.Equal("••• at https://slack.com/api/ with ••• and ••• on db", shown);
    }

    [Fact]
    public async Task The_program_itself_prints_plain_text_and_exits_with_the_doctors_code()
    {
        await cli.RunAsync("migrate");
        Assert.Equal((0, true), await StartAsync("All is well."));

        File.Delete(cli.Database);
        Assert.Equal((1, true), await StartAsync("One problem."));
    }

    private async Task<(int ExitCode, bool Said)> StartAsync(string expected)
    {
        using var process = cli.Start("doctor");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.DoesNotContain('\u001b', output);
        return (process.ExitCode, output.Contains(expected, StringComparison.Ordinal));
    }

    private void WriteOutbox(string status, bool settled)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString().ToUpperInvariant();
        var created = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-3);
        using var connection = new SqliteConnection(cli.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO outbox ("Id", "OrganisationId", "WorkspaceId", "Conversation", "Operation", "Destination", "Purpose", "CreatedAt", "Status", "SettledAt", "Attempts", "NotBefore", "LastError", "Version", "FateIsUnknown")
            VALUES ($id, $id, $id, 'c', 'Post', '{}', 'thanks.received', $created, $status, $settled, 1, $created, $error, 1, 0)
            """;
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$created", created);
        command.Parameters.AddWithValue("$status", status);
        command.Parameters.AddWithValue("$settled", settled ? created : DBNull.Value);
        command.Parameters.AddWithValue("$error", settled ? "channel_not_found" : DBNull.Value);
        command.ExecuteNonQuery();
    }
}
