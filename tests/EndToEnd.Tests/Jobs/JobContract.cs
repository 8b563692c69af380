using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.EndToEnd.Tests.Jobs;

/// <summary>
/// What jobs guarantee when they run at the same time, tested on each database. Every test has its own organisation, in which it is a
/// Friday afternoon.
/// </summary>
public abstract class JobContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Friday = new(2026, 11, 20, 15, 59, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly List<JobHost> hosts = [];

    protected JobContract(TestDatabase database)
    {
        database.Need();
        this.database = database;
        Organisation = new Organisation { Id = NewId(), Name = "Acme", TimeZone = "Etc/UTC" };
        Workspace = new Workspace
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            Platform = "playground",
            ExternalId = $"{Organisation.Id:N}",
            Name = "Acme"
        };
    }

    protected FakeTimeProvider Clock { get; } = new(Friday);

    protected Organisation Organisation { get; }

    protected Workspace Workspace { get; }

    private protected JobHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = NewHost();
        await SaveAsync([Organisation, Workspace]);
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>One more host on the same database.</summary>
    private protected JobHost NewHost(Action<IServiceCollection>? customise = null)
    {
        var host = new JobHost(database, Clock, customise);
        hosts.Add(host);
        return host;
    }

    protected Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    /// <summary>People who are to be thought of now.</summary>
    protected async Task<ImmutableArray<Person>> HireAsync(int count)
    {
        ImmutableArray<Person> people = [.. Enumerable
            .Range(0, count)
            .Select(number => new Person { Id = NewId(), OrganisationId = Organisation.Id, Name = $"Person {number}" })];
        await SaveAsync([.. people, .. people.SelectMany(person => new object[]
        {
            new Identity
            {
                Id = NewId(),
                OrganisationId = Organisation.Id,
                WorkspaceId = Workspace.Id,
                PersonId = person.Id,
                ExternalId = $"{person.Id:N}"
            },
            PlanFor(person),
        })]);
        return people;
    }

    protected Task SaveAsync(IReadOnlyCollection<object> rows) => CommitAsync(services =>
    {
        services.GetRequiredService<RelateDbContext>().AddRange(rows);
        return Task.CompletedTask;
    });

    protected Task CommitAsync(Func<IServiceProvider, Task> work) => Host.InScopeAsync(Organisation.Id, async services =>
    {
        await work(services);
        await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    private PromptPlan PlanFor(Person person)
    {
        var plan = new PromptPlan { OrganisationId = person.OrganisationId, PersonId = person.Id };
        plan.Reschedule(Clock.GetUtcNow());
        return plan;
    }

    /// <summary>
    /// By person, how many proactive messages they got: by the outbox and by their plan. The two are always equal.
    /// </summary>
    protected Task<Dictionary<Guid, int>> HeardAsync() => Host.InScopeAsync(Organisation.Id, async services =>
    {
        var context = services.GetRequiredService<RelateDbContext>();
        var messages = (await context.Outbox.Select(message => message.PersonId).ToListAsync())
            .CountBy(personId => personId!.Value)
            .ToDictionary();
        var plans = await context.PromptPlans.AsNoTracking().ToListAsync();
        Assert.All(plans, plan => Assert.Equal(plan.Approaches.Length, messages.GetValueOrDefault(plan.PersonId)));
        return plans.ToDictionary(plan => plan.PersonId, plan => plan.Approaches.Length);
    });

    protected Task<List<Prompt>> PromptsAsync() =>
        Host.InScopeAsync(Organisation.Id, services => services.GetRequiredService<RelateDbContext>().Prompts.AsNoTracking().ToListAsync());
}
