using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>
/// People's attention, as their plans know it. A plan has a version, so of two things that would take the last of somebody's attention at the same moment one is
/// turned away by the commit and asks again.
/// </summary>
internal sealed class Attention(PromptStore store, PeoplesDays days, PromptRules rules, TimeProvider clock) : IAttention
{
    public async Task<bool> TryTakeAsync(IReadOnlyCollection<Person> people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<(PromptPlan Plan, PersonalDays Days)> asked = [];
        foreach (var person in people)
        {
            asked.Add((await store.PlanAsync(person, now, cancellationToken), days.Of(person)));
        }

        if (!asked.TrueForAll(one => one.Plan.MayHear(now, one.Days)))
        {
            return false;
        }

        if (!asked.TrueForAll(one => rules.Allow(one.Days.Today(now), now, one.Plan.Approaches)))
        {
            asked.ForEach(one => one.Plan.KeepFree(now));
            return false;
        }

        asked.ForEach(one => one.Plan.Approach(one.Days.Today(now), now));
        return true;
    }

    public Task<IReadOnlySet<Guid>> PausedAsync(IReadOnlyCollection<Guid> personIds, DateOnly day, CancellationToken cancellationToken) =>
        store.PausedAsync(personIds, day, cancellationToken);
}
