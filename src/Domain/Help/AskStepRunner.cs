using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Help;

/// <summary>Runs the scheduled steps of an ask.</summary>
public sealed class AskStepRunner(HelpRules rules, IProactiveMessageBudget budget, TimeProvider clock)
{
    private static readonly TimeSpan untilNextTry = TimeSpan.FromHours(1);

    /// <summary>
    /// Runs the step that is due and plans the next one. Returns the step that was run, or <see cref="AskStep.None"/> when none was.
    /// </summary>
    public async Task<AskStep> RunDueStepAsync(AskDetails details, CancellationToken cancellationToken)
    {
        var (ask, now) = (details.Ask, clock.GetUtcNow());
        if (ask.NextStepAt is not { } due || due > now)
        {
            return AskStep.None;
        }

        var step = ask.NextStep;
        if (step is AskStep.FollowUp && !await budget.TryReserveAsync([details.Asker], cancellationToken))
        {
            ask.Plan(step, now + untilNextTry);
            return AskStep.None;
        }

        switch (step)
        {
            case AskStep.Remind:
                rules.PlanExpiryAfterReminder(details, due);
                break;
            case AskStep.Expire:
                ask.Close(AskState.Expired, now);
                break;
            case AskStep.FollowUp:
                // The asker is asked once. Their answer decides what happens next.
                ask.Plan(AskStep.None, null);
                break;
            case AskStep.LetGo when ask.State is AskState.Taken:
                rules.PlanFollowUp(details, now);
                break;
            case AskStep.LetGo:
                rules.PlanExpiry(details);
                break;
            case AskStep.None:
            default:
                break;
        }

        return step;
    }
}
