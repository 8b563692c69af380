namespace RelateBot.Domain.Exchanges;

/// <summary>Checks and records a "me too".</summary>
public sealed class SecondThanksHandler(ActReader actReader, ILedger ledger, TimeProvider clock)
{
    /// <summary>Records the "me too", or returns why it can't be recorded.</summary>
    public async Task<SecondThanksResult> HandleAsync(SecondThanks command, CancellationToken cancellationToken)
    {
        if (await actReader.FindAsync(command.ActId, cancellationToken) is not { IsTakenBack: false, Visibility: Visibility.Public } act)
        {
            return new SecondThanksResult.Gone();
        }

        if (act.Giver.Id == command.PersonId)
        {
            return new SecondThanksResult.OwnAct();
        }

        if (act.People.Any(person => person.Id == command.PersonId))
        {
            return new SecondThanksResult.OwnThanks();
        }

        var earlier = await ledger.SecondingsAsync(act.Id, cancellationToken);
        if (earlier.Any(seconding => seconding.PersonId == command.PersonId))
        {
            return new SecondThanksResult.Already();
        }

        ledger.Record(new Seconding
        {
            OrganisationId = act.Giver.OrganisationId,
            ActId = act.Id,
            PersonId = command.PersonId,
            At = clock.GetUtcNow(),
        });
        return new SecondThanksResult.Seconded(act, [.. earlier.Select(seconding => seconding.PersonId), command.PersonId]);
    }
}
