using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using RelateBot.TestSupport;
using static RelateBot.EndToEnd.Tests.Playground.PlaygroundUnderTest;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class PlaygroundTimeTests
{
    private readonly FakeTimeProvider real = new(TestTime.Start);

    [Theory]
    [InlineData("day", 1)]
    [InlineData("week", 7)]
    public async Task The_clock_moves_on_for_everybody(string advance, int days)
    {
        await using var playground = await StartAsync(real);
        await using var sue = await playground.OpenAsync("sue");

        var moved = await ReadAsync(await playground.MoveClockAsync(advance));

        Assert.Equal(real.GetUtcNow().AddDays(days), Now(moved));
        Assert.Equal(Now(moved), Now(await sue.NextAsync("clock")));
        await playground.SayAsync("mark", "#general", "What a week");
        Assert.Equal(Now(moved), (await sue.MessageAsync())["at"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task It_goes_back_to_now_as_long_as_nothing_was_written_in_the_future()
    {
        await using var playground = await StartAsync(real);
        await playground.MoveClockAsync("week");

        Assert.Equal(real.GetUtcNow(), Now(await ReadAsync(await playground.MoveClockAsync("now"))));

        await playground.MoveClockAsync("day");
        await playground.SayAsync("mark", "#general", "Tomorrow is here");
        var refused = await playground.MoveClockAsync("now");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("time does not run backwards", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_time_goes_on_from_what_was_written_last()
    {
        var folder = Directory.CreateTempSubdirectory("relatebot-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "kept.db")}";
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:RelateBot"] = connection };
        try
        {
            await using (var before = await StartAsync(real, settings))
            {
                await before.MoveClockAsync("week");
                await before.SayAsync("mark", "#general", "See you next week");
            }

            await using var after = await StartAsync(real, settings);

            Assert.Equal(real.GetUtcNow().AddDays(7), Now(await after.StateAsync("mark")));
        }
        finally
        {
            await using (var last = new SqliteConnection(connection))
            {
                SqliteConnection.ClearPool(last);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static DateTimeOffset Now(JsonNode node) => DateTimeOffset.Parse((string)node["now"]!, CultureInfo.InvariantCulture);
}
