using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class PromptsContract(TestDatabase database) : PromptStoreContract(database)
{
    [SkippableFact]
    public async Task Whoever_gave_received_asked_or_is_new_gets_a_plan_once_batch_by_batch()
    {
        var people = await HireAsync("Giver", "Receiver", "Asker", "Quiet");
        Person[] others =
        [
            New("Guest", PersonKind.Guest),
            New("Newcomer"),
            New("Program", PersonKind.Bot),
            New("Stranger", PersonKind.Stranger),
            New("Not so new", daysAgo: 29),
            new Person { Id = NewId(), OrganisationId = Organisation.Id, Name = "Gone", IsActive = false, StartedOn = Today },
        ];
        await CommitAsync((RelateDbContext context) =>
        {
            context.People.AddRange(others);
            context.Exchanges.AddRange(NewExchange(people[0].Id), NewExchange(NewId(), toPersonId: people[1].Id));
            context.Asks.Add(new Ask
            {
                Id = NewId(),
                OrganisationId = Organisation.Id,
                WorkspaceId = Workspace.Id,
                AskerId = people[2].Id,
                Text = "My laptop freezes",
                IsPublic = true,
                AskedAt = Clock.GetUtcNow(),
                Source = "test",
            });
        });

        var batches = await WalkAsync((store, after) => store.AddMissingPlansAsync(after, Clock.GetUtcNow(), 3, default));

        Assert.Equal(2, batches);
        var met = await AskAsync((RelateDbContext context) =>
            context.PromptPlans.Join(context.People, plan => plan.PersonId, person => person.Id, (_, person) => person.Name).ToListAsync());
        Assert.Equal(["Asker", "Giver", "Guest", "Newcomer", "Receiver"], met.Order(StringComparer.Ordinal));
        Assert.Equal(0, await WalkAsync((store, after) => store.AddMissingPlansAsync(after, Clock.GetUtcNow(), 3, default)));
        Assert.Equal(5, (await DueAsync(Guid.Empty, 100)).Count);
    }

    [SkippableFact]
    public async Task Plans_that_are_due_come_in_the_order_of_peoples_ids_and_in_batches_that_miss_nobody()
    {
        var people = await HireAsync([.. Enumerable.Range(0, 10).Select(number => $"Person {number}")]);
        await PlanAsync(people[..7], Clock.GetUtcNow().AddMinutes(-1));
        await PlanAsync(people[7..8], Clock.GetUtcNow());
        await PlanAsync(people[8..], Clock.GetUtcNow().AddTicks(10));
        var inOrder = await AskAsync((RelateDbContext context) =>
            context.People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync());

        List<Guid> seen = [];
        for (var batch = await DueAsync(Guid.Empty, 3); batch.Count > 0; batch = await DueAsync(seen[^1], 3))
        {
            Assert.InRange(batch.Count, 1, 3);
            seen.AddRange(batch);
        }

        Assert.Equal(inOrder.Where(id => people[..8].Any(person => person.Id == id)), seen);
    }

    [SkippableFact]
    public async Task Nobody_sees_a_plan_a_habit_or_a_prompt_of_another_organisation()
    {
        var sue = Assert.Single(await HireAsync("Sue"));
        var prompt = NewPrompt(sue);
        await CommitAsync(async (PromptStore store) =>
        {
            await store.GetOrAddPlanAsync(sue, Clock.GetUtcNow(), default);
            store.Add(sue, PromptKind.Balance);
            store.Add(prompt);
        });
        var other = new Organisation { Id = NewId(), Name = "Other", TimeZone = "UTC" };
        await AddOrganisationAsync(other, NewWorkspace(other));

        await Store.InScopeAsync(other.Id, async services =>
        {
            var store = services.GetRequiredService<PromptStore>();
            Assert.Null(await store.AddMissingPlansAsync(Guid.Empty, Clock.GetUtcNow(), 100, default));
            Assert.Empty(await store.GetDuePlansAsync(Guid.Empty, DateTimeOffset.MaxValue, 100, default));
            Assert.Empty(await store.GetPreferencesAsync([sue.Id], default));
            Assert.Empty(await store.GetSentPromptsAsync([sue.Id], DateTimeOffset.MinValue, default));
            Assert.Null(await store.FindAsync(prompt.Id, sue, default));
            Assert.Empty(await store.GetPausedPeopleAsync([sue.Id], DateOnly.MinValue, default));
            return store;
        });
        Assert.Equal(prompt.Id, (await AskAsync((PromptStore store) => store.FindAsync(prompt.Id, sue, default)))?.Id);
        Assert.Null(await AskAsync((PromptStore store) => store.FindAsync(prompt.Id, NewPerson("Raj"), default)));
    }

    [SkippableFact]
    public async Task Each_organisation_has_its_turn_with_its_oldest_workspace()
    {
        await CommitAsync((RelateDbContext context) => context.Workspaces.Add(new Workspace
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow().AddYears(1)),
            OrganisationId = Organisation.Id,
            Platform = "later",
            ExternalId = $"{Organisation.Id:N}",
            Name = "Acme",
            BotExternalId = "BOT",
        }));
        var other = new Organisation { Id = NewId(), Name = "Other", TimeZone = "UTC" };
        var workspace = NewWorkspace(other);
        await AddOrganisationAsync(other, workspace);

        var turns = await Store.InScopeAsync(
            Guid.Empty,
            services => services.GetRequiredService<PromptOrganisations>().FindAsync(Clock.GetUtcNow(), default));

        Assert.Equal(turns.Count, turns.DistinctBy(turn => turn.OrganisationId).Count());
        Assert.Contains(Workspace.Id, turns.Select(turn => turn.Id));
        Assert.Contains(workspace.Id, turns.Select(turn => turn.Id));
    }

    [SkippableFact]
    public async Task A_plan_is_kept_with_what_came_and_what_was_wished()
    {
        var sue = Assert.Single(await HireAsync("Sue"));
        await CommitAsync(async (PromptStore store) =>
        {
            var plan = await store.GetOrAddPlanAsync(sue, Clock.GetUtcNow(), default);
            plan.Choose(DayOfWeek.Tuesday, hour: 10);
            plan.Pause(Friday.AddDays(30));
            plan.RecordProactiveMessage(Friday, Clock.GetUtcNow());
            plan.HoldPrompts(Clock.GetUtcNow());
            Assert.Same(plan, await store.GetOrAddPlanAsync(sue, Clock.GetUtcNow(), default));
        });

        var read = await AskAsync((PromptStore store) => store.GetOrAddPlanAsync(sue, default, default));

        Assert.Equal((DayOfWeek.Tuesday, 10, Friday.AddDays(30)), (read.Day, read.Hour, read.PausedUntil));
        Assert.Equal(new ProactiveMessage(Friday, Clock.GetUtcNow()), Assert.Single(read.Approaches));
        Assert.NotNull(read.KeptFreeUntil);
        Assert.Equal(
            [sue.Id],
            await AskAsync((PromptStore store) => store.GetPausedPeopleAsync([sue.Id, NewId()], Friday.AddDays(29), default)));
        Assert.Empty(await AskAsync((PromptStore store) => store.GetPausedPeopleAsync([sue.Id], Friday.AddDays(30), default)));
    }

    [SkippableFact]
    public async Task What_a_command_notes_of_a_habit_counts_at_once_and_is_kept()
    {
        var sue = Assert.Single(await HireAsync("Sue"));
        await CommitAsync(async (PromptStore store) =>
        {
            (await store.GetOrAddPreferenceAsync(sue, PromptKind.Balance, default)).SetWanted(isOn: false);
            (await store.GetOrAddPreferenceAsync(sue, PromptKind.WhoHelped, default)).Snooze(Friday.AddDays(7));
            Assert.Equal(
                [PromptKind.Balance, PromptKind.WhoHelped],
                (await store.GetPreferencesAsync([sue.Id], default))[sue.Id].Select(habit => habit.Kind).Order());
        });
        await CommitAsync(async (PromptStore store) =>
            (await store.GetOrAddPreferenceAsync(sue, PromptKind.WhoHelped, default)).RecordSent(Friday));

        var habits = (await AskAsync((PromptStore store) => store.GetPreferencesAsync([sue.Id, NewId()], default)))[sue.Id].ToDictionary(
            habit => habit.Kind);

        Assert.Equal(2, habits.Count);
        Assert.False(habits[PromptKind.Balance].IsOn);
        Assert.Equal((Friday, null), (habits[PromptKind.WhoHelped].LastDay, habits[PromptKind.WhoHelped].SnoozedUntil));
    }

    [SkippableFact]
    public async Task What_somebody_got_is_remembered_since_a_day()
    {
        var people = await HireAsync("Sue", "Raj");
        var recent = NewPrompt(people[0], daysAgo: 3);
        await CommitAsync((RelateDbContext context) =>
            context.Prompts.AddRange(NewPrompt(people[0], daysAgo: 60), recent, NewPrompt(people[1])));

        var sent = await AskAsync(
            (PromptStore store) => store.GetSentPromptsAsync([people[0].Id], Clock.GetUtcNow().AddDays(-56), default));

        Assert.Equivalent(recent, Assert.Single(sent[people[0].Id]), strict: true);
        Assert.Single(sent);
    }

    /// <summary>Batch after batch, each committed; how many there were.</summary>
    private async Task<int> WalkAsync(Func<PromptStore, Guid, Task<Guid?>> step)
    {
        var batches = 0;
        for (Guid? last = Guid.Empty; last is { } after; batches++)
        {
            await CommitAsync(async (PromptStore store) => last = await step(store, after));
        }

        return batches - 1;
    }

    public sealed class On_SQLite(SqliteDatabase database) : PromptsContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : PromptsContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : PromptsContract(database), IClassFixture<SqlServerDatabase>;
}
