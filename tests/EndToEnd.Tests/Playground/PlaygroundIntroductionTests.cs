using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>Mark meets someone new in the demo. Each of them gets their own message.</summary>
public sealed class PlaygroundIntroductionTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync()
    {
        playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(TestTime.Start));
        await playground.Bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);
    }

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task Mark_is_introduced_by_those_in_between()
    {
        var introduction = await AskForSomebodyAsync();
        foreach (var personId in introduction.Asked)
        {
            var account = await AccountAsync(personId);
            var question = (await playground.MessagesAsync(account, $"@{account}")).Last(message =>
                PlaygroundUnderTest.Buttons(message).Any(button => (string)button["label"]! == "Yes, gladly"));
            await playground.TapAsync(account, question, "Yes, gladly");
            await SentAsync();
        }

        foreach (var personId in introduction.Asked.Add(introduction.AskerId))
        {
            var account = await AccountAsync(personId);
            Assert.Contains(
                await playground.MessagesAsync(account, $"@{account}"),
                message => PlaygroundUnderTest.Says(message).Contains("you together", StringComparison.Ordinal));
        }
    }

    /// <summary>The first in the demo to whom a path leads.</summary>
    private async Task<Introduction> AskForSomebodyAsync()
    {
        foreach (var account in new[] { "ana", "noah", "finn", "viktor", "leila", "ben", "grace", "yuki" })
        {
            await playground.SayAsync("mark", "@mark", $"/relate intro @{account} because I want to learn how they plan");
            if (await ReadAsync(context => context.Introductions.AsNoTracking().SingleOrDefaultAsync()) is { } introduction)
            {
                await SentAsync();
                return introduction;
            }
        }

        throw new InvalidOperationException("Mark is tied to everybody or nobody.");
    }

    private Task<string> AccountAsync(Guid personId) =>
        ReadAsync(context =>
            context.Identities.Where(identity => identity.PersonId == personId).Select(identity => identity.ExternalId).FirstAsync());

    private async Task SentAsync()
    {
        for (var attempt = 0; attempt < 2000
            && await ReadAsync(context => context.Outbox.AnyAsync(message => message.SettledAt == null)); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private async Task<T> ReadAsync<T>(Func<RelateDbContext, Task<T>> read)
    {
        var organisationId = await playground.Bot.InScopeAsync(
            Guid.Empty,
            services => services.GetRequiredService<RelateDbContext>().Organisations.Select(organisation => organisation.Id).FirstAsync());
        return await playground.Bot.InScopeAsync(organisationId, services => read(services.GetRequiredService<RelateDbContext>()));
    }
}
