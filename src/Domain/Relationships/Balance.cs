namespace RelateBot.Domain.Relationships;

/// <summary>Asks, helps and thanks between two sides, in both directions.</summary>
/// <param name="Mine">What this side did.</param>
/// <param name="Theirs">What the other side did.</param>
public sealed record Balance(Tally Mine, Tally Theirs)
{
    /// <summary>
    /// Reciprocity of the helps, from 0 (one way) to 1 (even); null without helps. See <see cref="Relationships.Reciprocity"/>.
    /// </summary>
    public double? Reciprocity => Relationships.Reciprocity.Of([(Mine.Helps, Theirs.Helps)]);

    /// <summary>Counts entries, in any order. An act that names several people of one department counts once.</summary>
    public static Balance Of(IEnumerable<BalanceEntry> deeds)
    {
        var acts = deeds.Select(entry => (entry.IsMine, entry.Kind, entry.ActId, entry.IsUnconfirmed)).ToHashSet();
        return new Balance(Count(isMine: true), Count(isMine: false));

        Tally Count(bool isMine) =>
            new(
                Number(isMine, BalanceEntryKind.Ask),
                Number(isMine, BalanceEntryKind.Help),
                Number(isMine, BalanceEntryKind.Thanks),
                acts.Count(act => act.IsMine == isMine && act.IsUnconfirmed));

        int Number(bool isMine, BalanceEntryKind kind) => acts.Count(act => act.IsMine == isMine && act.Kind == kind);
    }
}

/// <summary>A department's balance with another one.</summary>
/// <param name="OtherId">The other department.</param>
/// <param name="Balance">Asks, helps and thanks in both directions.</param>
public sealed record DepartmentBalance(Guid OtherId, Balance Balance);

/// <summary>What one side did for the other.</summary>
/// <param name="Asks">The number of asks for help.</param>
/// <param name="Helps">The number of helps.</param>
/// <param name="Thanks">The number of thanks.</param>
/// <param name="Unconfirmed">How many of these helps the other side neither confirmed nor disputed. Only counted when this side is a
/// person.</param>
public sealed record Tally(int Asks, int Helps, int Thanks, int Unconfirmed = 0);
