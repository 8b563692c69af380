using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>The steps of an introduction and who can take them.</summary>
public sealed class IntroductionLifecycle(
    IIntroductionStore introductions,
    WarmPaths paths,
    IPeopleDirectory directory,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>How many working days each person has to answer.</summary>
    public const int DaysToAnswer = 5;

    /// <summary>Finds the introduction with this id and loads its people.</summary>
    /// <returns>Null when the current organisation has none.</returns>
    public async Task<IntroductionDetails?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await introductions.FindAsync(id, cancellationToken) is not { } introduction)
        {
            return null;
        }

        var people = await directory.GetPeopleAsync([introduction.AskerId, .. introduction.Asked], cancellationToken);
        return new IntroductionDetails
        {
            Introduction = introduction,
            Asker = ById(introduction.AskerId),
            Target = ById(introduction.TargetId),
            Connectors = [.. introduction.Asked[..^1].Select(ById)],
        };

        Person ById(Guid personId) => people.First(person => person.Id == personId);
    }

    /// <summary>
    /// Records an answer. Afterwards the next person is to be asked, or the introduction has ended. It also ends when the next person has
    /// left or no longer takes introductions.
    /// </summary>
    /// <returns>Null when the person isn't being asked now, or the introduction has ended.</returns>
    public async Task<IntroductionDetails?> AnswerAsync(
        IntroductionDetails details,
        Person person,
        bool isYes,
        CancellationToken cancellationToken)
    {
        var introduction = details.Introduction;
        if (introduction.AwaitedPersonId != person.Id)
        {
            return null;
        }

        if (!isYes)
        {
            return await TryRerouteAsync(details, cancellationToken) ?? End(details, IntroductionState.Declined);
        }

        introduction.Agree();
        if (details.Everybody.Any(each => !each.CanReceive) || details.Awaited is { TakesIntroductions: false })
        {
            introduction.Close(IntroductionState.Declined);
        }
        else if (details.Awaited is { } next)
        {
            introduction.Ask(Until(clock.GetUtcNow(), next, rules));
        }

        return details;
    }

    /// <summary>Ends the current question because its time is up.</summary>
    /// <returns>Null when it isn't.</returns>
    public async Task<IntroductionDetails?> ExpireAsync(IntroductionDetails details, CancellationToken cancellationToken)
    {
        if (details.Introduction.ExpiresAt is not { } due || due > clock.GetUtcNow())
        {
            return null;
        }

        var lapsed = details.Awaited;
        return (await TryRerouteAsync(details, cancellationToken) ?? End(details, IntroductionState.Expired)) with { Lapsed = lapsed };
    }

    /// <summary>
    /// Switches to the next best path, once, when no one on the first path has agreed. The asker isn't told: offering a retry would reveal
    /// that a connector declined, and not offering one that the target did.
    /// </summary>
    /// <returns>Null when there is no other path.</returns>
    private async Task<IntroductionDetails?> TryRerouteAsync(IntroductionDetails details, CancellationToken cancellationToken)
    {
        if (details
            is not
            {
                Introduction: { Agreed: 0, PassedById: null } introduction, Asker.CanReceive: true,
                Target: { CanReceive: true, TakesIntroductions: true }
            }
            || await paths.FindAsync(introduction.AskerId, introduction.TargetId, introduction.ConnectorId, cancellationToken)
                is not { IsEmpty: false } between)
        {
            return null;
        }

        var people = await directory.GetPeopleAsync(between, cancellationToken);
        introduction.Reroute(between[0], between.Length > 1 ? between[1] : null);
        var next = details with { Connectors = [.. between.Select(id => people.First(person => person.Id == id))] };
        introduction.Ask(Until(clock.GetUtcNow(), next.Awaited!, rules));
        return next;
    }

    private static IntroductionDetails End(IntroductionDetails details, IntroductionState state)
    {
        details.Introduction.Close(state);
        return details;
    }

    internal static DateTimeOffset Until(DateTimeOffset now, Person asked, HelpRules rules) =>
        WorkingDays.After(now, DaysToAnswer, rules.ZoneOf(asked));
}
