namespace RelateBot.Domain.Exchanges;

/// <summary>Undoes an act by writing a correction for each of its entries.</summary>
public sealed class UndoThanksHandler(ILedger ledger, TimeProvider clock)
{
    /// <summary>Checks whether the act can be undone, and writes the corrections.</summary>
    public async Task<UndoThanksResult> HandleAsync(UndoThanks command, CancellationToken cancellationToken)
    {
        var entries = await ledger.GetActEntriesAsync(command.ActId, cancellationToken);
        var originals = entries.Where(entry => entry.CorrectsId is null).ToList();
        if (originals.Count == 0 || originals[0].FromPersonId != command.PersonId)
        {
            return UndoThanksResult.NotYours;
        }

        if (entries.Count > originals.Count)
        {
            return UndoThanksResult.AlreadyUndone;
        }

        var now = clock.GetUtcNow();
        if (now - originals[0].RecordedAt > ThanksLimits.UndoWithin)
        {
            return UndoThanksResult.TooLate;
        }

        originals.ForEach(original => ledger.Record(original.CreateCorrection(now)));
        return UndoThanksResult.Undone;
    }
}
