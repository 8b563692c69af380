using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>The steps of an ask and who can take them. Help is recorded in the ledger when an ask is solved.</summary>
public sealed class AskLifecycle(
    IAskStore asks,
    ILedger ledger,
    IPeopleDirectory directory,
    OfferCatalog offers,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>Someone offers to help and takes the ask.</summary>
    public AskActionResult Take(AskDetails details, Person helper)
    {
        var ask = details.Ask;
        if (ask.AskerId == helper.Id)
        {
            return AskActionResult.OwnAsk;
        }

        if (!ask.IsActive)
        {
            return AskActionResult.AskClosed;
        }

        if (details.IsHelpedBy(helper.Id))
        {
            return AskActionResult.NoChange;
        }

        var now = clock.GetUtcNow();
        asks.Add(new AskHelper
        {
            OrganisationId = ask.OrganisationId,
            AskId = ask.Id,
            PersonId = helper.Id,
            DepartmentId = helper.DepartmentId,
            TakenAt = now
        });
        ask.Take(now);
        rules.PlanFollowUp(details, now);
        return AskActionResult.Done;
    }

    /// <summary>The person asked can't take it now.</summary>
    /// <returns>False when they already declined, aren't the person asked, or the ask isn't open.</returns>
    public bool TryDecline(AskDetails details, Person person)
    {
        if (details.Ask is not { State: AskState.Open, NextStep: AskStep.Remind } ask || ask.PersonId != person.Id)
        {
            return false;
        }

        // No reminder after the person asked has declined. The ask stays open for anyone else who is suggested.
        rules.PlanExpiry(details);
        return true;
    }

    /// <summary>A helper hands the ask back. It reopens when no other helper is left.</summary>
    public async Task<AskActionResult> HandBackAsync(AskDetails details, Person helper, CancellationToken cancellationToken)
    {
        var ask = details.Ask;
        if (!ask.IsActive)
        {
            return AskActionResult.AskClosed;
        }

        var helpers = await asks.HelpersAsync(ask.Id, cancellationToken);
        if (helpers.FirstOrDefault(row => row.PersonId == helper.Id) is not { } own)
        {
            return AskActionResult.NotYours;
        }

        asks.Remove(own);
        ask.Reopen(helpers.Count > 1);
        if (helpers.Count == 1)
        {
            rules.PlanReminder(details, clock.GetUtcNow());
        }

        return AskActionResult.Done;
    }

    /// <summary>Marks the ask as solved and records each helper's help in the ledger, once.</summary>
    public async Task<AskActionResult> SolveAsync(AskDetails details, Person by, CancellationToken cancellationToken)
    {
        var ask = details.Ask;
        if (ask.AskerId != by.Id && !details.IsHelpedBy(by.Id))
        {
            return AskActionResult.NotYours;
        }

        if (ask.State is AskState.Solved)
        {
            return AskActionResult.NoChange;
        }

        if (!ask.IsActive)
        {
            return AskActionResult.AskClosed;
        }

        var now = clock.GetUtcNow();
        var helpers = await asks.HelpersAsync(ask.Id, cancellationToken);
        var actId = Guid.CreateVersion7(now);
        foreach (var helper in helpers)
        {
            ledger.Record(new Exchange
            {
                Id = Guid.CreateVersion7(now),
                OrganisationId = ask.OrganisationId,
                ActId = actId,
                Kind = ExchangeKind.Help,
                FromPersonId = helper.PersonId,
                FromDepartmentId = helper.DepartmentId,
                ToPersonId = ask.AskerId,
                ToDepartmentId = ask.AskerDepartmentId,
                Note = ask.Text.Clip(ThanksLimits.Note),
                Values = [],
                Visibility = ask.IsPublic ? Visibility.Public : Visibility.Private,
                OccurredAt = now,
                RecordedAt = now,
                Source = ask.Source,
            });
        }

        ask.Close(AskState.Solved, now, helpers.Count > 0 ? actId : null);
        return AskActionResult.Done;
    }

    /// <summary>The asker says it isn't solved. Recorded help is reversed, and they're asked again later.</summary>
    public async Task<AskActionResult> MarkNotSolvedAsync(AskDetails details, Person by, CancellationToken cancellationToken)
    {
        var ask = details.Ask;
        if (ask.AskerId != by.Id)
        {
            return AskActionResult.NotYours;
        }

        if (ask.State is not (AskState.Taken or AskState.Solved) || ask.ThankedAt is not null)
        {
            return AskActionResult.AskClosed;
        }

        if (ask.HelpActId is { } actId)
        {
            var now = clock.GetUtcNow();
            foreach (var entry in (await ledger.GetActEntriesAsync(actId, cancellationToken)).Where(entry => entry.CorrectsId is null))
            {
                ledger.Record(entry.CreateCorrection(now));
            }
        }

        ask.Reopen(details.Helpers.Length > 0);
        if (details.Helpers.Length > 0)
        {
            rules.PlanFollowUp(details, clock.GetUtcNow());
        }
        else
        {
            rules.PlanReminder(details, clock.GetUtcNow());
        }

        return AskActionResult.Done;
    }

    /// <summary>The asker no longer needs help.</summary>
    public AskActionResult Withdraw(AskDetails details, Person by)
    {
        var ask = details.Ask;
        if (ask.AskerId != by.Id)
        {
            return AskActionResult.NotYours;
        }

        if (!ask.IsActive)
        {
            return ask.State is AskState.Withdrawn ? AskActionResult.NoChange : AskActionResult.AskClosed;
        }

        ask.Close(AskState.Withdrawn, clock.GetUtcNow());
        return AskActionResult.Done;
    }

    /// <summary>
    /// Returns the people who may be messaged about it: the person asked, or the department's head and members, or those who offer the
    /// topic, best first. The asker is left out.
    /// </summary>
    public async Task<IReadOnlyList<Person>> GetAskedPeopleAsync(AskDetails details, CancellationToken cancellationToken) => details switch
    {
        { Person: { } person } => [person],
        { Department: { } department } =>
            [.. (await directory.GetMembersAsync([department.Id], cancellationToken))[department.Id].Where(member =>
                member.Id != details.Asker.Id)],
        { Ask.Topic: { } topic } =>
            [.. (await offers.FindOfferersAsync(topic, cancellationToken))
                .Select(offerer => offerer.Person)
                .OfType<Person>()
                .Where(person => person.Id != details.Asker.Id)],
        _ => [],
    };
}
