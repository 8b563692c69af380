using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>The base of the prompt contracts.</summary>
public abstract class PromptStoreContract(TestDatabase database) : StoreContract(database)
{
    protected static readonly DateOnly Friday = new(2026, 11, 20);

    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    protected Person New(string name, PersonKind kind = PersonKind.Colleague, int daysAgo = 28) =>
        new() { Id = NewId(), OrganisationId = Organisation.Id, Name = name, Kind = kind, StartedOn = Today.AddDays(-daysAgo) };

    protected async Task<ImmutableArray<Person>> HireAsync(params string[] names)
    {
        ImmutableArray<Person> people = [.. names.Select(name => NewPerson(name))];
        await CommitAsync((RelateDbContext context) => context.People.AddRange(people));
        return people;
    }

    protected Task PlanAsync(IEnumerable<Person> people, DateTimeOffset next) => CommitAsync(async (PromptStore store) =>
    {
        foreach (var person in people)
        {
            await store.GetOrAddPlanAsync(person, next, default);
        }
    });

    protected Task<List<Guid>> DueAsync(Guid after, int limit) =>
        AskAsync(async (PromptStore store) =>
            (await store.GetDuePlansAsync(after, Clock.GetUtcNow(), limit, default)).Select(plan => plan.PersonId).ToList());

    protected Prompt NewPrompt(Person person, int daysAgo = 0) => new()
    {
        Id = NewId(),
        OrganisationId = person.OrganisationId,
        PersonId = person.Id,
        Kind = PromptKind.WhoHelped,
        Day = Friday.AddDays(-daysAgo),
        SentAt = Clock.GetUtcNow().AddDays(-daysAgo),
        Text = "0123456789ab", Subject = $"{NewId():N}",
    };
}
