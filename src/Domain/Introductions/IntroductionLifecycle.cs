using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>The steps of an introduction's life and who may take them.</summary>
public sealed class IntroductionLifecycle(
    IIntroductionStore introductions,
    WarmPaths paths,
    IPeopleDirectory directory,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>How many working days whoever is asked has to answer.</summary>
    public const int DaysToAnswer = 5;

    /// <summary>The introduction with this id and everybody in it, or null when this organisation has none.</summary>
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
    /// Somebody answers. Null when they are not being asked now: somebody else is, or it is over. Afterwards the next one is to be asked,
    /// or it is over; somebody who has left or takes no introductions any more is not asked, and it ends.
    /// </summary>
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

    /// <summary>Whoever is being asked has no more time to answer; null when that is not so.</summary>
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
    /// By the next best path, once, when nobody on the first one has agreed. The asker is not told: an offer to try again would say that it
    /// was somebody in between who would rather not, and its absence that it was the one to be met. Null when there is no such path.
    /// </summary>
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
