using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using static RelateBot.EndToEnd.Tests.Playground.PlaygroundUnderTest;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>What can't be delivered: who is told, and what happens instead.</summary>
public sealed class PlaygroundUndeliveredTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync() => playground = await StartAsync();

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task An_ask_whose_channel_is_missing_goes_to_the_departments_people()
    {
        await ChangeAsync(async context =>
            (await context.Departments.SingleAsync(department => department.Handle == "it")).HelpChannel = "#nowhere");
        await using var sue = await playground.OpenAsync("sue");

        await playground.SayAsync("mark", "@mark", "/ask @it my printer jams");

        await sue.MessageAsync(message =>
            (string)message["in"]! == "@sue" && message.ToJsonString().Contains("my printer jams", StringComparison.Ordinal));
        await ReadsAsync("mark", "I couldn't post in #nowhere, so I'll ask IT");
        await ReadsAsync("mark", "I couldn't post this in #nowhere:");
    }

    [Fact]
    public async Task Somebody_without_an_account_is_told_when_they_have_one()
    {
        var zoe = Guid.Empty;
        await ChangeAsync(context =>
        {
            var mark = context.People.First(person => person.Handle == "mark");
            zoe = playground.NewKey();
            context.People.Add(new Person { Id = zoe, OrganisationId = mark.OrganisationId, Name = "Zoe Adams", Handle = "zoeadams" });
            return Task.CompletedTask;
        });
        await using var mark = await playground.OpenAsync("mark");
        await playground.SayAsync("mark", "@mark", "/thanks @zoeadams for the map");
        await mark.MessageAsync(message => Says(message).Contains("Zoe Adams doesn't have an account here yet", StringComparison.Ordinal));

        await ChangeAsync(context =>
        {
            var workspace = context.Workspaces.First();
            context.Identities.Add(new Identity
            {
                Id = playground.NewKey(),
                OrganisationId = workspace.OrganisationId,
                WorkspaceId = workspace.Id,
                PersonId = zoe,
                ExternalId = "zoeadams",
            });
            return Task.CompletedTask;
        });
        await using var page = await playground.OpenAsync("zoeadams");
        await playground.MoveClockAsync("day");

        await page.MessageAsync(message => message.ToJsonString().Contains("the map", StringComparison.Ordinal));
    }

    /// <summary>Waits until a message in a person's direct messages begins like this. An earlier one may be changed to it.</summary>
    private async Task ReadsAsync(string account, string words)
    {
        for (var attempt = 0; attempt < 2000; attempt++)
        {
            if ((await playground.MessagesAsync(account, $"@{account}")).Any(message =>
                message["author"] is null && Says(message).StartsWith(words, StringComparison.Ordinal)))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        Assert.Fail($"{account} never read: {words}");
    }

    private async Task ChangeAsync(Func<RelateDbContext, Task> change)
    {
        await using var all = playground.Bot.Services.CreateAsyncScope();
        var workspace = await all.ServiceProvider.GetRequiredService<RelateDbContext>().Workspaces.IgnoreQueryFilters().FirstAsync();
        await playground.Bot.InScopeAsync(workspace.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            await change(context);
            return await context.SaveChangesAsync();
        });
    }
}
