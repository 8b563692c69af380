namespace RelateBot.Domain.Relationships;

/// <summary>The strength of a tie in each direction, in units of <see cref="TieStrength.One"/>.</summary>
/// <param name="There">From the first person to the other.</param>
/// <param name="Back">From the other person to the first.</param>
public sealed record TieSides(long There, long Back)
{
    /// <summary>No strength in either direction.</summary>
    public static readonly TieSides None = new(0, 0);

    /// <summary>How even the tie is, from 0 (one way) to 1 (even).</summary>
    public double Reciprocity => this == None ? 0 : 2.0 * Math.Min(There, Back) / (There + Back);

    /// <summary>The same, as seen from the other side.</summary>
    public TieSides Turned() => new(Back, There);

    /// <summary>The strength that is left after a number of days.</summary>
    public TieSides Decayed(int days) => new(TieStrength.Decayed(There, days), TieStrength.Decayed(Back, days));

    /// <summary>Adds each direction.</summary>
    public static TieSides operator +(TieSides left, TieSides right) => new(left.There + right.There, left.Back + right.Back);

    /// <summary>Subtracts each direction.</summary>
    public static TieSides operator -(TieSides left, TieSides right) => new(left.There - right.There, left.Back - right.Back);
}
