namespace RelateBot.Domain.Relationships;

/// <summary>
/// What is between two people, as of the last week in which something happened: a projection of the ledger that can be rebuilt at any
/// time. <see cref="TieStrength"/> has the formula.
/// </summary>
public sealed class Tie : IOrganisationScoped
{
    private const int WeeksOfAHabit = 3;
    private const int QuietDays = 28;
    private const int ForgottenDays = 364;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The one of the two whose id comes first.</summary>
    public required Guid FirstPersonId { get; init; }

    /// <summary>The other one.</summary>
    public required Guid SecondPersonId { get; init; }

    /// <summary>The first week in which something happened (its Monday).</summary>
    public DateOnly Since { get; private set; }

    /// <summary>The last one.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>In how many weeks something happened.</summary>
    public int Weeks { get; private set; }

    /// <summary>Strength from the first to the second in the last week.</summary>
    public long There { get; private set; }

    /// <summary>Strength from the second to the first in the last week.</summary>
    public long Back { get; private set; }

    /// <summary>Its place among other ties; see <see cref="TieStrength.Level"/>.</summary>
    public int Level { get; private set; }

    /// <summary>True when nothing is left of it.</summary>
    public bool IsEmpty => Weeks == 0;

    /// <summary>How many days usually lie between two weeks in which something happens; null before there is a habit.</summary>
    public double? UsualGapDays => Weeks < WeeksOfAHabit ? null : (double)(Week.DayNumber - Since.DayNumber) / (Weeks - 1);

    private TieSides Sides => new(There, Back);

    /// <summary>Two people in the order in which their tie names them.</summary>
    public static (Guid First, Guid Second) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    /// <summary>The other one of the two.</summary>
    public Guid OtherThan(Guid personId) => personId == FirstPersonId ? SecondPersonId : FirstPersonId;

    /// <summary>Both ways as one of the two sees them: from them, and back to them.</summary>
    public TieSides SidesOf(Guid personId) => personId == FirstPersonId ? Sides : Sides.Turned();

    /// <summary>
    /// Counts a change of the last week, or a new one after it: a few sums, however long the history is. False when it concerns an earlier
    /// week or leaves nothing of the last one; then <see cref="Recount"/> is needed.
    /// </summary>
    public bool TryApplyWeek(DateOnly week, TieSides before, TieSides after)
    {
        if ((!IsEmpty && week < Week) || after == TieSides.None)
        {
            return false;
        }

        Since = IsEmpty ? week : Since;
        var sides = (IsEmpty ? TieSides.None : Sides.Decayed(SilentDaysIn(week))) + after - before;
        (There, Back) = (sides.There, sides.Back);
        Week = week;
        Weeks += before == TieSides.None ? 1 : 0;
        Level = TieStrength.Level(TieStrength.Of(sides), week);
        return true;
    }

    /// <summary>Counts all its weeks anew.</summary>
    public void Recount(IEnumerable<TieWeek> weeks)
    {
        (Since, Week, Weeks, There, Back, Level) = (default, default, 0, 0, 0, 0);
        foreach (var week in weeks.OrderBy(week => week.Week))
        {
            TryApplyWeek(week.Week, TieSides.None, week.Sides);
        }
    }

    /// <summary>How strong it is in a week: 1 is one full week, one way.</summary>
    public double StrengthIn(DateOnly week) => (double)TieStrength.Of(Sides.Decayed(Math.Max(SilentDaysIn(week), 0))) / TieStrength.One;

    /// <summary>How long nothing has happened.</summary>
    public int SilentDaysIn(DateOnly week) => week.DayNumber - Week.DayNumber;

    /// <summary>
    /// True when it was strong and now has been silent for twice as long as usual, and not for so long that it is a memory.
    /// </summary>
    public bool IsGoingQuietIn(DateOnly week) =>
        UsualGapDays is { } gap
            && StrengthIn(Week) >= 1
            && SilentDaysIn(week) is var silent
            && silent >= Math.Max(2 * gap, QuietDays)
            && silent <= ForgottenDays;
}
