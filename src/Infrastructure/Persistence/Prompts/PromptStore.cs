using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence.Prompts;

/// <summary>Prompt plans, preferences and sent prompts, read and written in batches.</summary>
public sealed class PromptStore(RelateDbContext context)
{
    // Newcomers get suggestions of people to meet in their first four weeks.
    private const int NewDays = 28;

    /// <summary>
    /// Creates plans, due at once, for the next people without one: those who gave, received or asked for something, and new employees.
    /// Other people in the directory get none.
    /// </summary>
    /// <returns>The last person's id, or null when there are no more.</returns>
    public async Task<Guid?> AddMissingPlansAsync(Guid after, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var isNewSince = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-NewDays);
        var people = await context.People.AsNoTracking()
            .Where(person =>
                person.Id > after
                    && person.IsActive
                    && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest)
                    && !context.PromptPlans.Any(plan => plan.PersonId == person.Id))
            .Where(person => person.StartedOn >= isNewSince || context.Exchanges.Any(exchange => exchange.FromPersonId == person.Id)
                || context.Exchanges.Any(exchange => exchange.ToPersonId == person.Id) || context.Asks.Any(ask => ask.AskerId == person.Id))
            .OrderBy(person => person.Id).Take(limit).ToListAsync(cancellationToken);
        people.ForEach(person => Add(person, now));
        return people.Count == 0 ? null : people[^1].Id;
    }

    /// <summary>
    /// Returns the next due plans, ordered by person id: rows with close ids are stored together, which matters when a hundred thousand are
    /// due. Changes to them are saved on commit.
    /// </summary>
    public async Task<IReadOnlyList<PromptPlan>> GetDuePlansAsync(
        Guid after,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken) => await context.PromptPlans
        .Where(plan => plan.PersonId > after && plan.NextAt <= now)
        .OrderBy(plan => plan.PersonId)
        .Take(limit)
        .ToListAsync(cancellationToken);

    /// <summary>Returns these people's preferences, including unsaved ones of this command. Changes to them are saved on commit.</summary>
    public async Task<ILookup<Guid, PromptPreference>> GetPreferencesAsync(
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken)
    {
        var stored = await context.PromptHabits.Where(habit => personIds.Contains(habit.PersonId)).ToListAsync(cancellationToken);
        return stored.Union(context.PromptHabits.Local.Where(habit => personIds.Contains(habit.PersonId)))
            .ToLookup(habit => habit.PersonId);
    }

    /// <summary>Returns the prompts that these people got since a moment (UTC).</summary>
    public async Task<ILookup<Guid, Prompt>> GetSentPromptsAsync(
        IReadOnlyCollection<Guid> personIds,
        DateTimeOffset since,
        CancellationToken cancellationToken) =>
        (await context.Prompts
            .AsNoTracking()
            .Where(prompt => personIds.Contains(prompt.PersonId) && prompt.SentAt >= since)
            .ToListAsync(cancellationToken)).ToLookup(prompt => prompt.PersonId);

    /// <summary>Finds one of a person's prompts.</summary>
    /// <returns>Null when it was deleted or belongs to someone else.</returns>
    public Task<Prompt?> FindAsync(Guid id, Person owner, CancellationToken cancellationToken) =>
        context.Prompts.FirstOrDefaultAsync(prompt => prompt.Id == id && prompt.PersonId == owner.Id, cancellationToken);

    /// <summary>Finds a person's plan, or adds one.</summary>
    public async Task<PromptPlan> GetOrAddPlanAsync(Person person, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.PromptPlans.Local.FirstOrDefault(plan => plan.PersonId == person.Id)
        ?? await context.PromptPlans.FirstOrDefaultAsync(plan => plan.PersonId == person.Id, cancellationToken)
        ?? Add(person, now);

    /// <summary>Returns which of these people are paused beyond a day.</summary>
    public async Task<IReadOnlySet<Guid>> GetPausedPeopleAsync(
        IReadOnlyCollection<Guid> personIds,
        DateOnly day,
        CancellationToken cancellationToken) =>
        (await context.PromptPlans
            .Where(plan => personIds.Contains(plan.PersonId) && plan.PausedUntil > day)
            .Select(plan => plan.PersonId)
            .ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>Finds a person's preference for a kind, or adds one.</summary>
    public async Task<PromptPreference> GetOrAddPreferenceAsync(Person person, PromptKind kind, CancellationToken cancellationToken) =>
        context.PromptHabits.Local.FirstOrDefault(habit => habit.PersonId == person.Id && habit.Kind == kind)
        ?? await context.PromptHabits.FirstOrDefaultAsync(habit => habit.PersonId == person.Id && habit.Kind == kind, cancellationToken)
        ?? Add(person, kind);

    /// <summary>Adds a sent prompt, which is saved on commit.</summary>
    public void Add(Prompt prompt) => context.Prompts.Add(prompt);

    /// <summary>Adds a person's preference for a kind, which is saved on commit.</summary>
    public PromptPreference Add(Person person, PromptKind kind)
    {
        var habit = new PromptPreference { OrganisationId = person.OrganisationId, PersonId = person.Id, Kind = kind };
        context.PromptHabits.Add(habit);
        return habit;
    }

    private PromptPlan Add(Person person, DateTimeOffset now)
    {
        var plan = new PromptPlan { OrganisationId = person.OrganisationId, PersonId = person.Id };
        plan.Reschedule(now);
        context.PromptPlans.Add(plan);
        return plan;
    }
}
