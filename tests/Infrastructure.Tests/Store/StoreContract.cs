using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>
/// What the store guarantees on each database. Each part of the contract is an abstract class, and its nested classes run it on one
/// database each. Every test has its own organisation, so it sees no rows of other tests.
/// </summary>
public abstract class StoreContract : IAsyncLifetime
{
    private readonly TestDatabase database;
    private TestStore? store;

    protected StoreContract(TestDatabase database)
    {
        database.Need();
        this.database = database;
        Organisation = new Organisation { Id = NewId(), Name = "Acme", TimeZone = "Europe/Zurich" };
        Workspace = NewWorkspace(Organisation);
    }

    protected FakeTimeProvider Clock { get; } = new(TestTime.Start);

    protected Organisation Organisation { get; }

    protected Workspace Workspace { get; }

    protected TestStore Store => store!;

    public virtual async Task InitializeAsync()
    {
        store = NewHost();
        await AddOrganisationAsync(Organisation, Workspace);
    }

    public Task DisposeAsync() => Store.DisposeAsync().AsTask();

    /// <summary>One more host on the same database.</summary>
    protected TestStore NewHost(Action<IServiceCollection>? customise = null) =>
        new(database.Provider, database.ConnectionString, services =>
    {
        services.AddSingleton<TimeProvider>(Clock);
        customise?.Invoke(services);
    });

    protected Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    protected Workspace NewWorkspace(Organisation organisation) => new()
    {
        Id = NewId(),
        OrganisationId = organisation.Id,
        Platform = "test",
        ExternalId = $"{organisation.Id:N}",
        Name = "Acme",
        BotExternalId = "BOT",
    };

    protected Person NewPerson(string name, string? handle = null, Guid? departmentId = null) => new()
    {
        Id = NewId(), OrganisationId = Organisation.Id, Name = name, Handle = handle, DepartmentId = departmentId,
    };

    protected Department NewDepartment(string name, string handle) =>
        new() { Id = NewId(), OrganisationId = Organisation.Id, Name = name, Handle = handle };

    protected Exchange NewExchange(
        Guid fromPersonId,
        string note = "for the laptop",
        Guid? actId = null,
        ImmutableArray<string>? values = null,
        DateTimeOffset? occurredAt = null,
        Guid? toPersonId = null) => new()
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            ActId = actId ?? NewId(),
            Kind = ExchangeKind.Thanks,
            FromPersonId = fromPersonId,
            ToPersonId = toPersonId ?? NewId(),
            Note = note,
            Values = values ?? ["patience", "craft"],
            Visibility = Visibility.Public,
            OccurredAt = occurredAt ?? Clock.GetUtcNow(),
            RecordedAt = Clock.GetUtcNow(),
            Source = "test",
        };

    protected Task AddOrganisationAsync(Organisation organisation, Workspace workspace) => Store.CommitAsync(organisation.Id, services =>
    {
        var context = services.GetRequiredService<RelateDbContext>();
        context.Organisations.Add(organisation);
        context.Workspaces.Add(workspace);
    });

    /// <summary>Asks a service of the store in a scope of its own.</summary>
    protected Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull =>
        Store.InScopeAsync(Organisation.Id, services => ask(services.GetRequiredService<TService>()));

    /// <summary>Changes something through a service of the store in a scope of its own, and commits it.</summary>
    protected Task CommitAsync<TService>(Func<TService, Task> change)
        where TService : notnull =>
        Store.CommitAsync(Organisation.Id, services => change(services.GetRequiredService<TService>()));

    /// <inheritdoc cref="CommitAsync{TService}(Func{TService, Task})" />
    protected Task CommitAsync<TService>(Action<TService> change)
        where TService : notnull =>
        Store.CommitAsync(Organisation.Id, services => change(services.GetRequiredService<TService>()));
}
