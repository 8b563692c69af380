using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.EndToEnd.Tests.Jobs;

/// <summary>If several proactive messages compete for a person at the same moment, only one is sent.</summary>
public abstract class ProactiveMessageBudgetContract(TestDatabase database) : JobContract(database)
{
    [SkippableFact]
    public async Task A_prompt_that_is_sent_while_a_coffee_is_being_told_turns_the_coffee_away()
    {
        var people = await HireAsync(3);

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async services =>
        {
            Assert.True(await TryTellAsync(services, people[..2]));
            await NewHost().PromptAsync();
        }));

        Assert.False(await TryTellAsync(people[..2]));
        Assert.Equal([1, 1, 1], (await HeardAsync()).Values);
        Assert.Equal(3, (await PromptsAsync()).Count);
    }

    [SkippableFact]
    public async Task A_coffee_that_is_told_while_people_are_thought_of_takes_their_day()
    {
        var people = await HireAsync(3);
        var meanwhile = new Meanwhile(Organisation, async () => Assert.True(await TryTellAsync(people[..2])));

        await NewHost(services => services.AddScoped<IPromptSource>(_ => meanwhile)).PromptAsync();

        Assert.True(meanwhile.HasHappened);
        Assert.Equal([1, 1, 1], (await HeardAsync()).Values);
        Assert.Equal(people[2].Id, Assert.Single(await PromptsAsync()).PersonId);
    }

    [SkippableFact]
    public async Task Of_two_coffees_at_once_for_one_person_one_is_told()
    {
        var people = await HireAsync(3);

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async services =>
        {
            Assert.True(await TryTellAsync(services, people[..2]));
            Assert.True(await TryTellAsync(people[1..]));
        }));

        Assert.False(await TryTellAsync(people[..2]));
        var heard = await HeardAsync();
        Assert.Equal([0, 1, 1], people.Select(person => heard.GetValueOrDefault(person.Id)));
    }

    [SkippableFact]
    public async Task The_last_place_of_a_week_is_taken_once()
    {
        var sue = await HireAsync(1);
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(-3));
        for (var day = 0; day < 2; day++)
        {
            Assert.True(await TryTellAsync(sue));
            Clock.Advance(TimeSpan.FromDays(1));
        }

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async services =>
        {
            Assert.True(await TryTellAsync(services, sue));
            Assert.True(await TryTellAsync(sue));
        }));

        Assert.False(await TryTellAsync(sue));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await TryTellAsync(sue));
        await Host.PromptAsync();
        Assert.Equal([3], (await HeardAsync()).Values);
        Assert.Empty(await PromptsAsync());
    }

    [SkippableFact]
    public async Task Coffees_and_prompts_on_two_hosts_at_once_leave_everybody_with_one_message()
    {
        // Tuesday: a round has begun, and people who haven't asked for anything recently are asked what they need help with.
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(-3));
        var people = await HireAsync(60);
        await SaveAsync([.. people.Select(person => new PairingMember
        {
            OrganisationId = Organisation.Id, PersonId = person.Id, WorkspaceId = Workspace.Id, JoinedAt = Clock.GetUtcNow().AddDays(-30),
        })]);
        var other = NewHost();

        await Task.WhenAll(new Func<Task>[] { Host.PairAsync, other.PromptAsync, other.PairAsync, Host.PromptAsync }.Select(Task.Run));
        await Host.PromptAsync();

        var heard = await HeardAsync();
        Assert.Equal(people.Length, heard.Count);
        Assert.All(heard.Values, times => Assert.Equal(1, times));
    }

    private async Task<bool> TryTellAsync(ImmutableArray<Person> people)
    {
        var taken = false;
        await CommitAsync(async services => taken = await TryTellAsync(services, people));
        return taken;
    }

    /// <summary>As a coffee is told: when all of them may be written to, each is.</summary>
    private async Task<bool> TryTellAsync(IServiceProvider services, ImmutableArray<Person> people)
    {
        if (!await services.GetRequiredService<IProactiveMessageBudget>().TryReserveAsync(people, CancellationToken.None))
        {
            return false;
        }

        foreach (var person in people)
        {
            services.GetRequiredService<OutboxStore>().Add(new OutboxMessage
            {
                Id = NewId(),
                OrganisationId = Organisation.Id,
                WorkspaceId = Workspace.Id,
                Conversation = $"person:{person.Id:N}",
                Operation = OutboxOperation.Post,
                Destination = "{}",
                Purpose = "coffee.told", PersonId = person.Id, CreatedAt = Clock.GetUtcNow(),
            });
        }

        return true;
    }

    /// <summary>Knows nothing to say, but while it is asked of people of an organisation something else happens, once.</summary>
    private sealed class Meanwhile(Organisation organisation, Func<Task> what) : IPromptSource
    {
        public bool HasHappened { get; private set; }

        public PromptKind Kind => PromptKind.Solved;

        public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
            IReadOnlyList<PromptCandidate> candidates,
            CancellationToken cancellationToken)
        {
            if (!HasHappened && candidates.Any(candidate => candidate.Person.OrganisationId == organisation.Id))
            {
                HasHappened = true;
                await what();
            }

            return ImmutableDictionary<Guid, PromptContent>.Empty;
        }
    }

    public sealed class On_SQLite(SqliteDatabase database) : ProactiveMessageBudgetContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database)
        : ProactiveMessageBudgetContract(database), IClassFixture<PostgreSqlDatabase>;
}
