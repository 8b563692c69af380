using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>
/// The message budget, kept in each person's <see cref="PromptPlan"/>. Plans are versioned: when two callers compete for someone's last
/// message, one commit fails and that caller tries again.
/// </summary>
internal sealed class ProactiveMessageBudget(PromptStore store, WorkCalendars calendars, PromptRules rules, TimeProvider clock)
    : IProactiveMessageBudget
{
    public async Task<bool> TryReserveAsync(IReadOnlyCollection<Person> people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<(PromptPlan Plan, WorkCalendar Days)> asked = [];
        foreach (var person in people)
        {
            asked.Add((await store.GetOrAddPlanAsync(person, now, cancellationToken), calendars.For(person)));
        }

        if (!asked.TrueForAll(one => one.Plan.CanReceiveNow(now, one.Days)))
        {
            return false;
        }

        if (!asked.TrueForAll(one => rules.AllowsOneMore(one.Days.Today(now), now, one.Plan.Approaches)))
        {
            asked.ForEach(one => one.Plan.HoldPrompts(now));
            return false;
        }

        asked.ForEach(one => one.Plan.RecordProactiveMessage(one.Days.Today(now), now));
        return true;
    }

    public Task<IReadOnlySet<Guid>> GetPausedPeopleAsync(
        IReadOnlyCollection<Guid> personIds,
        DateOnly day,
        CancellationToken cancellationToken) =>
        store.GetPausedPeopleAsync(personIds, day, cancellationToken);
}
