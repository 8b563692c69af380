using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Crashes;

/// <summary>Whenever a process is killed, nothing acknowledged is lost, and nothing is recorded or sent twice.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int Senders = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("relatebot-kill-").FullName;
    private readonly ConcurrentQueue<string> acknowledged = new();
    private readonly ConcurrentQueue<string> others = new();
    private int written;

    [Fact]
    public async Task After_twenty_kills_every_acknowledged_thanks_is_recorded_once_and_every_message_arrived_once()
    {
        // No seed: the moments of the kills differ from run to run, on purpose. What a run did is in its failure's message.
        var moments = Enumerable.Range(0, Kills).Select(_ => Random.Shared.Next(20, 600)).ToList();
        await using var slack = await SlackStandIn.StartAsync();
        var people = Enumerable.Range(0, 300).Select(i => slack.Workspace.AddUser($"user{i}")).ToList();
        var kudos = slack.Workspace.AddChannel("kudos");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:RelateBot"] = $"Data Source={Path.Combine(folder, "kill.db")}",
            ["Slack:SigningSecret"] = slack.Options.SigningSecret,
            ["Slack:BotToken"] = slack.Workspace.BotToken,
            ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
            ["Slack:MessagesPerSecond"] = "1000",
            ["Slack:MessagesPerSecondAndChannel"] = "1000",
            ["Outbox:Lease"] = "00:00:02",
            ["Outbox:Sweep"] = "00:00:00.2",
        };

        // A request that was cut off is sent again, with the same bytes, until it is acknowledged, as a platform would.
        var open = new ConcurrentQueue<(string Note, SlackSignedRequest Request)>();
        foreach (var (round, moment) in moments.Index())
        {
            using var bot = await BotProcess.StartAsync(settings);
            using var stop = new CancellationTokenSource();
            var before = acknowledged.Count;
            var sending = Enumerable.Range(0, Senders).Select(_ => SendUntilKilledAsync(bot, slack, people, open, stop.Token)).ToList();

            // Every fourth is killed while it starts; the others once they have acknowledged a request.
            while (round % 4 != 0 && acknowledged.Count == before)
            {
                await Task.Delay(10);
            }

            await Task.Delay(moment);
            await bot.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(sending);
        }

        using var last = await BotProcess.StartAsync(settings);
        while (open.TryDequeue(out var cut))
        {
            Assert.True(
                await TrySendAsync(last, cut),
                $"A thanks that was cut off was refused when it came again: {string.Join('\n', others)}");
        }

        await WaitUntilSentAsync();

        var seen = $"kills after {string.Join(", ", moments)} ms; {acknowledged.Count} acknowledged";
        Assert.True(acknowledged.Count > Kills, $"Too little happened to mean anything: {seen}");
        var ledger = await ReadAsync("SELECT Note FROM exchanges");
        Assert.True(
            acknowledged.Order(StringComparer.Ordinal).SequenceEqual(ledger.Order(StringComparer.Ordinal), StringComparer.Ordinal),
            $"The ledger differs: {seen}; lost {string.Join(' ', acknowledged.Except(ledger, StringComparer.Ordinal))}; not acknowledged "
                + $"{string.Join(' ', ledger.Except(acknowledged, StringComparer.Ordinal))}");
        Assert.Empty(await ReadAsync("SELECT LastError FROM outbox WHERE Status = 'Dead'"));
        foreach (var note in acknowledged)
        {
            Assert.True(kudos.EverPosted.Count(message => Says(message, note)) == 1, $"{note} isn't in the channel exactly once: {seen}");
        }

        var direct = slack.Workspace.Channels.Where(channel => channel.IsDirectMessage).SelectMany(channel => channel.EverPosted).ToList();
        Assert.All(
            acknowledged,
            note => Assert.True(direct.Count(message => Says(message, note)) == 1, $"{note} isn't with its receiver exactly once: {seen}"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static bool Says(SlackMessage message, string note) => message.Everything.Contains(note, StringComparison.Ordinal);

    private async Task SendUntilKilledAsync(
        BotProcess bot,
        SlackStandIn slack,
        List<SlackUser> people,
        ConcurrentQueue<(string Note, SlackSignedRequest Request)> open,
        CancellationToken killed)
    {
        while (!killed.IsCancellationRequested)
        {
            var thanks = open.TryDequeue(out var cut) ? cut : NewThanks(slack, people);
            if (!await TrySendAsync(bot, thanks))
            {
                open.Enqueue(thanks);
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private (string Note, SlackSignedRequest Request) NewThanks(SlackStandIn slack, List<SlackUser> people)
    {
        var number = Interlocked.Increment(ref written);
        var giver = people[number % people.Count];
        var note = string.Create(CultureInfo.InvariantCulture, $"case-{number:D6}.");
        var body = $"team_id={slack.Workspace.Id}&channel_id=C1&user_id={giver.Id}&user_name={giver.Name}&command=%2Fthanks" +
            $"&trigger_id=trigger-{number}" +
            $"&text={Uri.EscapeDataString($"{people[(number + 1) % people.Count].Mention} for {note}")}&response_url={Uri.EscapeDataString(
                "https://hooks.slack.com/x")}";
        return (note, SlackSignedRequest.Sign(
            "/slack/commands",
            "application/x-www-form-urlencoded",
            Encoding.ASCII.GetBytes(body),
            slack.Options.SigningSecret,
            TimeProvider.System.GetUtcNow()));
    }

    private async Task<bool> TrySendAsync(BotProcess bot, (string Note, SlackSignedRequest Request) thanks)
    {
        try
        {
            using var request = thanks.Request.ToHttp();
            using var response = await bot.Client.SendAsync(request);
            var answer = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(answer.Contains("went wrong", StringComparison.Ordinal), $"{answer}\n{string.Join('\n', bot.Said)}");

            // Recorded now, or (an empty answer) by a delivery before. In its first moments the bot may not know its team yet and says so.
            var isRecorded = answer.Length == 0 || answer.Contains("You thanked", StringComparison.Ordinal);
            if (isRecorded)
            {
                acknowledged.Enqueue(thanks.Note);
            }
            else
            {
                others.Enqueue(answer);
            }

            return isRecorded;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task WaitUntilSentAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await ReadAsync("SELECT Purpose FROM outbox WHERE SettledAt IS NULL")).Count > 0)
        {
            // Another process works on it, and tells nobody when it is done.
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<List<string>> ReadAsync(string query)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "kill.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
