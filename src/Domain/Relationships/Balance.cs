namespace RelateBot.Domain.Relationships;

/// <summary>Asks, helps and thanks between two sides, each way.</summary>
/// <param name="Mine">What the side that asks did.</param>
/// <param name="Theirs">What the other side did.</param>
public sealed record Balance(Tally Mine, Tally Theirs)
{
    /// <summary>How far the helps go both ways, from 0 to 1; null without any help. See <see cref="Relationships.Reciprocity"/>.</summary>
    public double? Reciprocity => Relationships.Reciprocity.Of([(Mine.Helps, Theirs.Helps)]);

    /// <summary>Counted from what happened, in whatever order. An act that names several people of one department is one.</summary>
    public static Balance Of(IEnumerable<Deed> deeds)
    {
        var acts = deeds.Select(deed => (deed.IsMine, deed.Kind, deed.ActId, deed.IsUnconfirmed)).ToHashSet();
        return new Balance(Count(isMine: true), Count(isMine: false));

        Tally Count(bool isMine) => new(Number(isMine, DeedKind.Ask), Number(isMine, DeedKind.Help), Number(isMine, DeedKind.Thanks), acts.Count(act => act.IsMine == isMine && act.IsUnconfirmed));

        int Number(bool isMine, DeedKind kind) => acts.Count(act => act.IsMine == isMine && act.Kind == kind);
    }
}
