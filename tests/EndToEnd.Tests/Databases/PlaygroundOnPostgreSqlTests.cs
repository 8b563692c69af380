using RelateBot.EndToEnd.Tests.Playground;
using RelateBot.TestSupport.Databases;

namespace RelateBot.EndToEnd.Tests.Databases;

/// <summary>The demo and the playground on a database server.</summary>
public sealed class PlaygroundOnPostgreSqlTests : IClassFixture<PostgreSqlDatabase>
{
    private readonly PostgreSqlDatabase database;

    public PlaygroundOnPostgreSqlTests(PostgreSqlDatabase database)
    {
        database.Need();
        this.database = database;
    }

    [SkippableFact]
    public async Task The_demo_is_seeded_and_thanks_are_said_and_read()
    {
        await using var playground = await PlaygroundUnderTest.StartAsync(settings: database.Settings);
        await using var sue = await playground.OpenAsync("sue");
        await using var ana = await playground.OpenAsync("ana");

        await playground.SayAsync("mark", "@mark", "/thanks @sue for the new laptop");

        await sue.MessageAsync(message => (string)message["in"]! == "@sue");
        await ana.MessageAsync(message => (string)message["in"]! == "#kudos");
        Assert.NotEmpty(await playground.MessagesAsync("sue", "#kudos"));
        var state = await playground.StateAsync("sue");
        Assert.Equal(24, state["people"]!.AsArray().Count);
        Assert.Contains(
            state["conversations"]!.AsArray(),
            conversation => (string)conversation!["id"]! == "#kudos" && conversation["newest"] is not null);
    }
}
