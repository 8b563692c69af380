using System.Collections.Immutable;

namespace RelateBot.Domain.Prompts;

/// <summary>Whether somebody may be prompted now, with what, and when they are thought of again if not.</summary>
/// <param name="Kinds">The kinds whose turn it is, what matters most first; empty when none may come now.</param>
/// <param name="Today">The day where they live.</param>
/// <param name="NextAt">When they are thought of next, whatever comes now (UTC).</param>
public sealed record PromptMoment(ImmutableArray<PromptKind> Kinds, DateOnly Today, DateTimeOffset NextAt)
{
    /// <summary>Decides it.</summary>
    public static PromptMoment Of(
        DateTimeOffset now, PromptPlan plan, PersonalDays days, IReadOnlyCollection<PromptHabit> habits, PromptRules rules)
    {
        var today = days.Today(now);
        var time = plan.TimeOr(rules.Time);
        var slot = days.At(today, days.Within(time));
        var isPaused = plan.PausedUntil > today;

        // Too early on a day of work, because they moved or chose another hour: later today.
        if (!isPaused && days.IsWorking(today) && now < slot)
        {
            return new PromptMoment([], today, slot);
        }

        var mayCome = plan.MayHear(now, days) && !(plan.KeptFreeUntil > now) && rules.Allow(today, now, plan.Approaches);
        var turn = mayCome
            ? Enum.GetValues<PromptKind>().Where(kind => Habit(kind).IsDue(today, plan.Day)).ToImmutableArray()
            : [];
        return new PromptMoment(turn, today, days.NextAfter(today, time, plan.PausedUntil));

        PromptHabit Habit(PromptKind kind) => habits.FirstOrDefault(habit => habit.Kind == kind)
            ?? new PromptHabit { OrganisationId = plan.OrganisationId, PersonId = plan.PersonId, Kind = kind };
    }
}
