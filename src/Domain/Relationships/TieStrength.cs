namespace RelateBot.Domain.Relationships;

/// <summary>
/// How strong the tie between two people is.
/// <list type="bullet">
/// <item>One way: <c>s = Σ_w (1 − 2^−n_w) · 2^(−d_w / 90)</c>, over weeks w, where n_w is how often one of them helped, thanked or praised
/// the other in that week, and d_w the days since. Acts within a week saturate, so lasting contact weighs more than one busy week, and
/// an act counts half as much after 90 days.</item>
/// <item>Both ways: <c>T = (s_there + s_back) · (1 + r)</c> with <c>r = 2 · min(s_there, s_back) / (s_there + s_back)</c>, from 0 (all one
/// way) to 1 (even): the same acts weigh twice as much when they go both ways.</item>
/// </list>
/// The idea that strength builds up over time and reciprocal services is from M. Granovetter, "The Strength of Weak Ties", American Journal
/// of Sociology 78 (1973), 1360-1380, https://doi.org/10.1086/225469; r is the weighted reciprocity of one pair in T. Squartini et al.,
/// "Reciprocity of weighted networks", Scientific Reports 3, 2729 (2013), https://doi.org/10.1038/srep02729.
/// <para>All values are integers, with <see cref="One"/> for 1, and are rounded only from one week to the next. So the result depends only
/// on the weeks, to the last bit, whatever the order in which their acts were recorded.</para>
/// </summary>
public static class TieStrength
{
    /// <summary>The number of days after which an act counts half.</summary>
    public const int HalfLifeDays = 90;

    /// <summary>The most that a week can count in one direction.</summary>
    public const long One = 1 << MostActs;

    private const int MostActs = 20;
    private const int Steps = 1_000;

    /// <summary>What a number of acts within one week counts: a half, three quarters, seven eighths, …</summary>
    public static long Saturated(int acts) => One - (One >> Math.Clamp(acts, 0, MostActs));

    /// <summary>The strength that is left after a number of days.</summary>
    public static long Decayed(long strength, int days) =>
        (long)Math.Round(strength * Math.Pow(2, -(double)days / HalfLifeDays), MidpointRounding.AwayFromZero);

    /// <summary>T: both directions combined.</summary>
    public static long Of(TieSides sides) => sides.There + sides.Back + (2 * Math.Min(sides.There, sides.Back));

    /// <summary>
    /// A number that orders ties by strength on any day: all ties fade at the same rate, so it only changes when something happens. In
    /// thousandths of a half-life: <c>log2 T + day / 90</c>.
    /// </summary>
    public static int Level(long strength, DateOnly week) =>
        (int)Math.Round(
            (Math.Log2((double)strength / One) + ((double)week.DayNumber / HalfLifeDays)) * Steps,
            MidpointRounding.AwayFromZero);
}
