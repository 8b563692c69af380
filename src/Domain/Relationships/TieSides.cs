namespace RelateBot.Domain.Relationships;

/// <summary>What a tie is made of, each way; in parts of <see cref="TieStrength.One"/>.</summary>
/// <param name="There">From one person to the other.</param>
/// <param name="Back">From the other to the one.</param>
public sealed record TieSides(long There, long Back)
{
    /// <summary>Nothing, either way.</summary>
    public static readonly TieSides None = new(0, 0);

    /// <summary>The weaker way's share of what would be even, from 0 to 1.</summary>
    public double Reciprocity => this == None ? 0 : 2.0 * Math.Min(There, Back) / (There + Back);

    /// <summary>The same, seen from the other side.</summary>
    public TieSides Turned() => new(Back, There);

    /// <summary>What is left of it after some days.</summary>
    public TieSides Decayed(int days) => new(TieStrength.Decayed(There, days), TieStrength.Decayed(Back, days));

    /// <summary>Each way for itself.</summary>
    public static TieSides operator +(TieSides left, TieSides right) => new(left.There + right.There, left.Back + right.Back);

    /// <summary>Each way for itself.</summary>
    public static TieSides operator -(TieSides left, TieSides right) => new(left.There - right.There, left.Back - right.Back);
}
