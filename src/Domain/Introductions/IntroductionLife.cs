using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>The steps of an introduction's life and who may take them.</summary>
public sealed class IntroductionLife(IIntroductions introductions, IDirectory directory, HelpRules rules, TimeProvider clock)
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

        var people = await directory.PeopleAsync([introduction.AskerId, .. introduction.Asked], cancellationToken);
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
    /// Somebody answers. False when they are not being asked now: somebody else is, or it is over. Afterwards the next one is to be asked,
    /// or it is over; somebody who has left or takes no introductions any more is not asked, and it ends.
    /// </summary>
    public bool TryAnswer(IntroductionDetails details, Person person, bool isYes)
    {
        var introduction = details.Introduction;
        if (introduction.WaitsFor != person.Id)
        {
            return false;
        }

        if (!isYes)
        {
            introduction.Close(IntroductionState.Declined);
            return true;
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

        return true;
    }

    /// <summary>Ends it when its time has come; false when that is not so.</summary>
    public bool TryExpire(IntroductionDetails details)
    {
        if (details.Introduction.ExpiresAt is not { } due || due > clock.GetUtcNow())
        {
            return false;
        }

        details.Introduction.Close(IntroductionState.Expired);
        return true;
    }

    internal static DateTimeOffset Until(DateTimeOffset now, Person asked, HelpRules rules) => WorkingDays.After(now, DaysToAnswer, rules.ZoneOf(asked));
}
