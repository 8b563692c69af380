using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>If several callers change one person's plan at the same moment, the first wins and the others' changes are discarded.</summary>
public abstract class PromptConflictsContract(TestDatabase database) : PromptStoreContract(database)
{
    [SkippableFact]
    public async Task A_batch_of_which_one_row_meets_a_conflict_leaves_nothing_behind()
    {
        var people = await HireAsync("Ana", "Ben", "Carla");
        await PlanAsync(people, Clock.GetUtcNow());
        await CommitAsync((PromptStore store) => store.Add(NewPrompt(people[1])));

        await Assert.ThrowsAsync<ConflictException>(() => Store.CommitAsync(Organisation.Id, async services =>
        {
            var store = services.GetRequiredService<PromptStore>();
            foreach (var plan in await store.GetDuePlansAsync(Guid.Empty, Clock.GetUtcNow(), 100, default))
            {
                var person = people.Single(one => one.Id == plan.PersonId);
                plan.RecordProactiveMessage(Friday, Clock.GetUtcNow());
                plan.Reschedule(Clock.GetUtcNow().AddDays(1));
                store.Add(person, PromptKind.WhoHelped).RecordSent(Friday);
                store.Add(NewPrompt(person));
                services.GetRequiredService<OutboxStore>().Add(NewMessage());
            }
        }));

        Assert.Equal(3, (await DueAsync(Guid.Empty, 100)).Count);
        await AskAsync(async (RelateDbContext context) =>
        {
            Assert.Equal(people[1].Id, Assert.Single(await context.Prompts.ToListAsync()).PersonId);
            Assert.Empty(await context.PromptHabits.ToListAsync());
            Assert.Empty(await context.Outbox.ToListAsync());
            Assert.All(await context.PromptPlans.ToListAsync(), plan => Assert.Empty(plan.Approaches));
            return context;
        });
    }

    [SkippableFact]
    public async Task Of_two_that_come_to_somebody_at_once_one_does()
    {
        var sue = Assert.Single(await HireAsync("Sue"));
        await PlanAsync([sue], Clock.GetUtcNow());

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (PromptStore store) =>
        {
            (await store.GetOrAddPlanAsync(sue, default, default)).RecordProactiveMessage(Friday, Clock.GetUtcNow());
            await CommitAsync(async (PromptStore other) =>
                (await other.GetOrAddPlanAsync(sue, default, default)).RecordProactiveMessage(Friday, Clock.GetUtcNow()));
        }));

        Assert.Single((await AskAsync((PromptStore store) => store.GetOrAddPlanAsync(sue, default, default))).Approaches);
    }

    [SkippableFact]
    public async Task Of_two_that_meet_somebody_at_once_one_does()
    {
        var sue = New("Sue");
        await CommitAsync((RelateDbContext context) => context.People.Add(sue));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (PromptStore store) =>
        {
            await store.AddMissingPlansAsync(Guid.Empty, Clock.GetUtcNow(), 100, default);
            await CommitAsync(async (PromptStore other) =>
                (await other.GetOrAddPlanAsync(sue, Clock.GetUtcNow(), default)).RecordProactiveMessage(Friday, Clock.GetUtcNow()));
        }));

        Assert.Single((await AskAsync((PromptStore store) => store.GetOrAddPlanAsync(sue, default, default))).Approaches);
    }

    [SkippableFact]
    public async Task Somebody_who_pauses_while_they_are_thought_of_has_the_last_word()
    {
        var sue = Assert.Single(await HireAsync("Sue"));
        await PlanAsync([sue], Clock.GetUtcNow());

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (PromptStore store) =>
        {
            (await store.GetDuePlansAsync(Guid.Empty, Clock.GetUtcNow(), 100, default))
                .ToList()
                .ForEach(plan => plan.RecordProactiveMessage(Friday, Clock.GetUtcNow()));
            await CommitAsync(async (PromptStore other) => (await other.GetOrAddPlanAsync(sue, default, default)).Pause(Friday.AddDays(7)));
        }));

        var plan = await AskAsync((PromptStore store) => store.GetOrAddPlanAsync(sue, default, default));
        Assert.Equal((Friday.AddDays(7), 0), (plan.PausedUntil, plan.Approaches.Length));
    }

    private OutboxMessage NewMessage() => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        WorkspaceId = Workspace.Id,
        Conversation = "a",
        Operation = OutboxOperation.Post,
        Destination = "{}",
        Purpose = "prompt.WhoHelped",
        CreatedAt = Clock.GetUtcNow(),
    };

    public sealed class On_SQLite(SqliteDatabase database) : PromptConflictsContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : PromptConflictsContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : PromptConflictsContract(database), IClassFixture<SqlServerDatabase>;
}
