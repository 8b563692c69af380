using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Reads and changes a person's prompt settings.</summary>
public sealed class PromptSettings(
    PromptStore store,
    WorkCalendars calendars,
    PromptRules rules,
    IEnumerable<IPromptSource> sources,
    TimeProvider clock)
{
    /// <summary>Returns today's date where the person lives.</summary>
    public DateOnly Today(Person person) => calendars.For(person).Today(clock.GetUtcNow());

    /// <summary>Returns all settings.</summary>
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

    /// <summary>Sets the day of the week and the hour; null for none.</summary>
    public async Task ChooseAsync(Person person, DayOfWeek? day, int? hour, CancellationToken cancellationToken)
    {
        var plan = await store.GetOrAddPlanAsync(person, clock.GetUtcNow(), cancellationToken);
        if ((plan.Day, plan.Hour) != (day, hour))
        {
            plan.Choose(day, hour);

            // The new hour may come before the planned check.
            plan.Reschedule(clock.GetUtcNow());
        }
    }

    /// <summary>Pauses all prompts until a day; null to resume.</summary>
    public async Task PauseAsync(Person person, DateOnly? until, CancellationToken cancellationToken)
    {
        var plan = await store.GetOrAddPlanAsync(person, clock.GetUtcNow(), cancellationToken);
        plan.Pause(until);
        plan.Reschedule(clock.GetUtcNow());
    }

    /// <summary>Turns one kind on or off.</summary>
    public async Task SwitchAsync(Person person, PromptKind kind, bool isOn, CancellationToken cancellationToken)
    {
        var habit = await store.GetOrAddPreferenceAsync(person, kind, cancellationToken);
        if (habit.IsOn != isOn)
        {
            habit.SetWanted(isOn);
        }
    }
}
