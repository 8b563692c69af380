namespace RelateBot.Domain.Relationships;

/// <summary>Asks, helps and thanks between two sides, each way.</summary>
/// <param name="Mine">What the side that asks did.</param>
/// <param name="Theirs">What the other side did.</param>
public sealed record Balance(Tally Mine, Tally Theirs)
{
    /// <summary>How far the helps go both ways, from 0 to 1; null without any help. See <see cref="Relationships.Reciprocity"/>.</summary>
    public double? Reciprocity => Relationships.Reciprocity.Of([(Mine.Helps, Theirs.Helps)]);

    /// <summary>Counted from what happened, in whatever order. An act that names several people of one department is one.</summary>
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

/// <summary>The balance of a department with another one.</summary>
/// <param name="OtherId">The other department.</param>
/// <param name="Balance">Asks, helps and thanks each way.</param>
public sealed record DepartmentBalance(Guid OtherId, Balance Balance);

/// <summary>What one side did for the other.</summary>
/// <param name="Asks">How often it asked the other for help.</param>
/// <param name="Helps">How often it helped the other.</param>
/// <param name="Thanks">How often it thanked the other.</param>
/// <param name="Unconfirmed">How many of these helps the other let stand without a word; only counted between a person and somebody
/// else.</param>
public sealed record Tally(int Asks, int Helps, int Thanks, int Unconfirmed = 0);
