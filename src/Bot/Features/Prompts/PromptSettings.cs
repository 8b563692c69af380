using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Which prompts somebody gets, as they chose.</summary>
public sealed class PromptSettings(
    PromptStore store,
    WorkCalendars calendars,
    PromptRules rules,
    IEnumerable<IPromptSource> sources,
    TimeProvider clock)
{
    /// <summary>The day where somebody lives.</summary>
    public DateOnly Today(Person person) => calendars.For(person).Today(clock.GetUtcNow());

    /// <summary>All of it.</summary>
    public async Task<PromptView> ViewAsync(Person person, CancellationToken cancellationToken)
    {
        var plan = await store.GetOrAddPlanAsync(person, clock.GetUtcNow(), cancellationToken);
        var habits = (await store.GetPreferencesAsync([person.Id], cancellationToken))[person.Id].ToDictionary(habit => habit.Kind);
        var today = Today(person);
        return new PromptView
        {
            MostADay = rules.MaxPerDay,
            MostAWeek = rules.MaxPerWeek,
            Time = calendars.For(person).ClampToWorkingHours(plan.Hour is { } hour ? new TimeOnly(hour, 0) : rules.Time),
            Day = plan.Day,
            Hour = plan.Hour,
            PausedUntil = plan.PausedUntil > today ? plan.PausedUntil : null,
            Kinds =
            [
                .. sources.Select(source => source.Kind).Order().Select(kind => habits.GetValueOrDefault(kind) is { } habit
                    ? new PromptKindView(kind, habit.IsOn, habit.IsSlower, habit.SnoozedUntil > today ? habit.SnoozedUntil : null)
                    : new PromptKindView(kind, PromptFrequency.Of(kind).IsOnByDefault)),
            ],
        };
    }

    /// <summary>A day of the week and an hour; null for none.</summary>
    public async Task ChooseAsync(Person person, DayOfWeek? day, int? hour, CancellationToken cancellationToken)
    {
        var plan = await store.GetOrAddPlanAsync(person, clock.GetUtcNow(), cancellationToken);
        if ((plan.Day, plan.Hour) != (day, hour))
        {
            plan.Choose(day, hour);

            // The new hour may be nearer than what was planned.
            plan.Reschedule(clock.GetUtcNow());
        }
    }

    /// <summary>Nothing before a day; null to go on.</summary>
    public async Task PauseAsync(Person person, DateOnly? until, CancellationToken cancellationToken)
    {
        var plan = await store.GetOrAddPlanAsync(person, clock.GetUtcNow(), cancellationToken);
        plan.Pause(until);
        plan.Reschedule(clock.GetUtcNow());
    }

    /// <summary>One kind, wanted or not.</summary>
    public async Task SwitchAsync(Person person, PromptKind kind, bool isOn, CancellationToken cancellationToken)
    {
        var habit = await store.GetOrAddPreferenceAsync(person, kind, cancellationToken);
        if (habit.IsOn != isOn)
        {
            habit.SetWanted(isOn);
        }
    }
}
