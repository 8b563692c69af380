using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class DemoTests
{
    // A Wednesday; the 26 weeks of the demo end with the Sunday before.
    private static readonly DateTimeOffset Start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_seedings_are_the_same_to_the_last_row()
    {
        await using var one = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(Start));
        await using var two = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(Start));

        Assert.Equal(await EverythingAsync(one), await EverythingAsync(two));
    }

    [Fact]
    public async Task A_database_that_has_an_organisation_is_left_alone()
    {
        await using var playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(Start));
        var before = await EverythingAsync(playground);

        await using (var scope = playground.Bot.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RelateBot.Bot.Playground.Demo.DemoSeed>().SeedAsync(CancellationToken.None);
        }

        Assert.Equal(before, await EverythingAsync(playground));
    }

    [Fact]
    public async Task It_tells_the_story()
    {
        await using var playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(Start));
        await using var scope = playground.Bot.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        var departments = await context.Departments
            .IgnoreQueryFilters()
            .ToDictionaryAsync(department => department.Handle, department => department.Id, StringComparer.Ordinal);
        var people = await context.People.IgnoreQueryFilters().ToDictionaryAsync(person => person.Handle!, StringComparer.Ordinal);
        var all = await context.Exchanges.IgnoreQueryFilters().ToListAsync();
        var since = new DateTimeOffset(Week.MondayOf(Start).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-7 * 26);
        var helps = all.Where(exchange => exchange.Kind is ExchangeKind.Help && exchange.OccurredAt >= since).ToList();

        Assert.Equal((6, 24), (departments.Count, people.Values.Count(person => person.Handle != "relatebot")));
        Assert.Equal((96, 2), (Helps("it", "sales"), Helps("sales", "it")));

        var callsOfMark = all
            .Where(exchange =>
                exchange.ToPersonId == people["mark"].Id
                    && exchange.FromDepartmentId == departments["it"]
                    && exchange.Kind is ExchangeKind.Help)
            .ToList();
        Assert.Equal((13, 2), (callsOfMark.Count, all.Count(exchange =>
            exchange.FromPersonId == people["mark"].Id
                && exchange.ToDepartmentId == departments["it"]
                && exchange.Kind is ExchangeKind.Thanks)));
        Assert.True(Start - callsOfMark.Min(call => call.OccurredAt) > TimeSpan.FromDays(2.9 * 365));

        var (helpsBySue, thanksToSue) = (helps.Count(help => help.FromPersonId == people["sue"].Id),
            all.Count(exchange =>
                exchange.Kind is not ExchangeKind.Help && exchange.ToPersonId == people["sue"].Id && exchange.OccurredAt >= since));
        Assert.True(helpsBySue > 60 && thanksToSue * 10 < helpsBySue,
            $"Sue helped {helpsBySue} times and was thanked {thanksToSue} times.");

        var middle = since.AddDays(7 * 15);
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("it", "finance"), ("finance", "it")])
        {
            var between = helps.Where(help => help.FromDepartmentId == departments[from] && help.ToDepartmentId == departments[to])
                .ToList();
            Assert.True(
                between.Count(help => help.OccurredAt < middle) > 5 * between.Count(help => help.OccurredAt >= middle),
                $"{from} to {to} does not fade.");
        }

        Assert.All(all, exchange => Assert.True(exchange.OccurredAt < Start));

        int Helps(string from, string to) =>
            helps.Count(help => help.FromDepartmentId == departments[from] && help.ToDepartmentId == departments[to]);
    }

    private static async Task<string> EverythingAsync(PlaygroundUnderTest playground)
    {
        await using var scope = playground.Bot.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        return JsonSerializer.Serialize(new
        {
            Organisations = await context.Organisations.ToListAsync(),
            Workspaces = await context.Workspaces.IgnoreQueryFilters().ToListAsync(),
            Departments = await context.Departments.IgnoreQueryFilters().OrderBy(stored => stored.Id).ToListAsync(),
            People = await context.People.IgnoreQueryFilters().OrderBy(stored => stored.Id).ToListAsync(),
            Identities = await context.Identities.IgnoreQueryFilters().OrderBy(stored => stored.Id).ToListAsync(),
            Exchanges = await context.Exchanges.IgnoreQueryFilters().OrderBy(stored => stored.Id).ToListAsync(),
            Secondings = await context.Secondings
                .IgnoreQueryFilters()
                .OrderBy(stored => stored.ActId)
                .ThenBy(stored => stored.At)
                .ToListAsync(),
            Messages = await context.PlaygroundMessages.IgnoreQueryFilters().OrderBy(stored => stored.Id).ToListAsync(),
        });
    }
}
