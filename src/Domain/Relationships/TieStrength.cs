namespace RelateBot.Domain.Relationships;

/// <summary>
/// How strong the tie between two people is.
/// <list type="bullet">
/// <item>One way: <c>s = Σ_w (1 − 2^−n_w) · 2^(−d_w / 90)</c>, over weeks w, where n_w is how often one of them helped, thanked or praised
/// the other in that week, and d_w the days since. One week's acts saturate, so that contact that lasts weighs more than a busy week,
/// and what happened counts half as much after 90 days.</item>
/// <item>Both ways: <c>T = (s_there + s_back) · (1 + r)</c> with <c>r = 2 · min(s_there, s_back) / (s_there + s_back)</c>, from 0 (all one
/// way) to 1 (even): the same acts weigh twice as much when they go both ways.</item>
/// </list>
/// That strength adds up over time and reciprocal services is from M. Granovetter, "The Strength of Weak Ties", American Journal of
/// Sociology 78 (1973), 1360-1380, https://doi.org/10.1086/225469; r is the weighted reciprocity of one pair in T. Squartini et al.,
/// "Reciprocity of weighted networks", Scientific Reports 3, 2729 (2013), https://doi.org/10.1038/srep02729.
/// <para>All of it is counted in whole numbers, <see cref="One"/> for 1, and rounded only where a week follows another. So the weeks alone
/// decide the result, to the last bit, in whatever order their acts became known.</para>
/// </summary>
public static class TieStrength
{
    /// <summary>After so many days what happened counts half.</summary>
    public const int HalfLifeDays = 90;

    /// <summary>What a week can count at most, each way.</summary>
    public const long One = 1 << MostActs;

    private const int MostActs = 20;
    private const int Steps = 1_000;

    /// <summary>What so many acts within one week count: a half, three quarters, seven eighths, …</summary>
    public static long Saturated(int acts) => One - (One >> Math.Clamp(acts, 0, MostActs));

    /// <summary>What is left of it after some days.</summary>
    public static long Decayed(long strength, int days) =>
        (long)Math.Round(strength * Math.Pow(2, -(double)days / HalfLifeDays), MidpointRounding.AwayFromZero);

    /// <summary>T: both ways together.</summary>
    public static long Of(TieSides sides) => sides.There + sides.Back + (2 * Math.Min(sides.There, sides.Back));

    /// <summary>
    /// A number by which ties stand in the order of their strength on any day: all of them fade at the same rate, so it never has to be
    /// touched while nothing happens. In thousandths of a half-life: <c>log2 T + day / 90</c>.
    /// </summary>
    public static int Level(long strength, DateOnly week) =>
        (int)Math.Round(
            (Math.Log2((double)strength / One) + ((double)week.DayNumber / HalfLifeDays)) * Steps,
            MidpointRounding.AwayFromZero);
}
