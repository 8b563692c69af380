using System.Collections.Immutable;

namespace RelateBot.Domain.Prompts;

/// <summary>Which prompts a person may get now, and when to check them next.</summary>
/// <param name="Kinds">The kinds that are due, the most important first; empty when none may come now.</param>
/// <param name="Today">Today's date in the person's time zone.</param>
/// <param name="NextAt">When to check them next, whatever comes now (UTC).</param>
public sealed record PromptDecision(ImmutableArray<PromptKind> Kinds, DateOnly Today, DateTimeOffset NextAt)
{
    public static PromptDecision Decide(
        DateTimeOffset now, PromptPlan plan, WorkCalendar calendar, IReadOnlyCollection<PromptPreference> habits, PromptRules rules)
    {
        var today = calendar.Today(now);
        var time = plan.PreferredTimeOr(rules.Time);
        var slot = calendar.ToUtc(today, calendar.ClampToWorkingHours(time));
        var isPaused = plan.PausedUntil > today;

        // Too early on a working day, because the person moved or chose another hour: later today.
        if (!isPaused && calendar.IsWorkday(today) && now < slot)
        {
            return new PromptDecision([], today, slot);
        }

        var mayCome = plan.CanReceiveNow(now, calendar) && !(plan.KeptFreeUntil > now) && rules.AllowsOneMore(today, now, plan.Approaches);
        var turn = mayCome
            ? Enum.GetValues<PromptKind>().Where(kind => Habit(kind).IsDue(today, plan.Day)).ToImmutableArray()
            : [];
        return new PromptDecision(turn, today, calendar.NextWorkdayAt(today, time, plan.PausedUntil));

        PromptPreference Habit(PromptKind kind) => habits.FirstOrDefault(habit => habit.Kind == kind)
            ?? new PromptPreference { OrganisationId = plan.OrganisationId, PersonId = plan.PersonId, Kind = kind };
    }
}
