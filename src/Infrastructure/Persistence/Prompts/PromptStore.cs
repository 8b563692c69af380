using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence.Prompts;

/// <summary>Who is thought of when, and what they got; always for some people at a time, however many there are.</summary>
public sealed class PromptStore(RelateDbContext context)
{
    // The last week in which a newcomer is told of people is the fourth.
    private const int NewDays = 28;

    /// <summary>
    /// People of whom nobody has thought yet, after one of them by id, get a plan, which is due at once: those who gave, received or asked
    /// for something, and those who are new. Whoever merely stands in a directory is left in peace. Returns the last of them; null when
    /// there is none.
    /// </summary>
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
    /// Plans whose time has come, after a person, in the order of people's ids: what is written about neighbours lies together, which
    /// matters when a hundred thousand are due. Changes to them will be committed.
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

    /// <summary>How these people take each kind, with what this command changed; changes will be committed.</summary>
    public async Task<ILookup<Guid, PromptPreference>> GetPreferencesAsync(
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken)
    {
        var stored = await context.PromptHabits.Where(habit => personIds.Contains(habit.PersonId)).ToListAsync(cancellationToken);
        return stored.Union(context.PromptHabits.Local.Where(habit => personIds.Contains(habit.PersonId)))
            .ToLookup(habit => habit.PersonId);
    }

    /// <summary>What these people got since then.</summary>
    public async Task<ILookup<Guid, Prompt>> GetSentPromptsAsync(
        IReadOnlyCollection<Guid> personIds,
        DateTimeOffset since,
        CancellationToken cancellationToken) =>
        (await context.Prompts
            .AsNoTracking()
            .Where(prompt => personIds.Contains(prompt.PersonId) && prompt.SentAt >= since)
            .ToListAsync(cancellationToken)).ToLookup(prompt => prompt.PersonId);

    /// <summary>One of somebody's prompts; null when it is long gone, or another's.</summary>
    public Task<Prompt?> FindAsync(Guid id, Person owner, CancellationToken cancellationToken) =>
        context.Prompts.FirstOrDefaultAsync(prompt => prompt.Id == id && prompt.PersonId == owner.Id, cancellationToken);

    /// <summary>Somebody's plan, made when there is none.</summary>
    public async Task<PromptPlan> GetOrAddPlanAsync(Person person, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.PromptPlans.Local.FirstOrDefault(plan => plan.PersonId == person.Id)
        ?? await context.PromptPlans.FirstOrDefaultAsync(plan => plan.PersonId == person.Id, cancellationToken)
        ?? Add(person, now);

    /// <summary>Which of these people have paused beyond a day.</summary>
    public async Task<IReadOnlySet<Guid>> GetPausedPeopleAsync(
        IReadOnlyCollection<Guid> personIds,
        DateOnly day,
        CancellationToken cancellationToken) =>
        (await context.PromptPlans
            .Where(plan => personIds.Contains(plan.PersonId) && plan.PausedUntil > day)
            .Select(plan => plan.PersonId)
            .ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>How somebody takes a kind, noted when nothing is yet.</summary>
    public async Task<PromptPreference> GetOrAddPreferenceAsync(Person person, PromptKind kind, CancellationToken cancellationToken) =>
        context.PromptHabits.Local.FirstOrDefault(habit => habit.PersonId == person.Id && habit.Kind == kind)
        ?? await context.PromptHabits.FirstOrDefaultAsync(habit => habit.PersonId == person.Id && habit.Kind == kind, cancellationToken)
        ?? Add(person, kind);

    /// <summary>A prompt was sent.</summary>
    public void Add(Prompt prompt) => context.Prompts.Add(prompt);

    /// <summary>Somebody gets a kind for the first time, or says something about it.</summary>
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
