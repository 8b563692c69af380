namespace RelateBot.Domain.Relationships;

/// <summary>
/// The tie between two people, as of the last week in which something happened. A projection of the ledger that can be rebuilt at any time.
/// See <see cref="TieStrength"/> for the formula.
/// </summary>
public sealed class Tie : IOrganisationScoped
{
    private const int WeeksOfAHabit = 3;
    private const int QuietDays = 28;
    private const int ForgottenDays = 364;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person with the lower id.</summary>
    public required Guid FirstPersonId { get; init; }

    /// <summary>The person with the higher id.</summary>
    public required Guid SecondPersonId { get; init; }

    /// <summary>The first week in which something happened, as its Monday.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>The last week in which something happened, as its Monday.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>The number of weeks in which something happened.</summary>
    public int Weeks { get; private set; }

    /// <summary>The strength from the first to the second person in the last week.</summary>
    public long There { get; private set; }

    /// <summary>The strength from the second to the first person in the last week.</summary>
    public long Back { get; private set; }

    /// <summary>Its level compared with other ties; see <see cref="TieStrength.Level"/>.</summary>
    public int Level { get; private set; }

    /// <summary>True when nothing is counted any more.</summary>
    public bool IsEmpty => Weeks == 0;

    /// <summary>The average number of days between two weeks in which something happens; null while there are too few weeks.</summary>
    public double? UsualGapDays => Weeks < WeeksOfAHabit ? null : (double)(Week.DayNumber - Since.DayNumber) / (Weeks - 1);

    private TieSides Sides => new(There, Back);

    /// <summary>Orders two people as their tie does.</summary>
    public static (Guid First, Guid Second) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    /// <summary>Returns the other person of the tie.</summary>
    public Guid OtherThan(Guid personId) => personId == FirstPersonId ? SecondPersonId : FirstPersonId;

    /// <summary>Returns both directions as seen by one of the two.</summary>
    public TieSides SidesOf(Guid personId) => personId == FirstPersonId ? Sides : Sides.Turned();

    /// <summary>Applies a change of the last week or adds a later week, at a cost that doesn't depend on the history.</summary>
    /// <returns>False when an earlier week changed or the last one is now empty; then call <see cref="Recount"/>.</returns>
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

    /// <summary>Recalculates the tie from all its weeks.</summary>
    public void Recount(IEnumerable<TieWeek> weeks)
    {
        (Since, Week, Weeks, There, Back, Level) = (default, default, 0, 0, 0, 0);
        foreach (var week in weeks.OrderBy(week => week.Week))
        {
            TryApplyWeek(week.Week, TieSides.None, week.Sides);
        }
    }

    /// <summary>The strength in a week. 1 is one full week in one direction.</summary>
    public double StrengthIn(DateOnly week) => (double)TieStrength.Of(Sides.Decayed(Math.Max(SilentDaysIn(week), 0))) / TieStrength.One;

    /// <summary>The number of days without contact until a week.</summary>
    public int SilentDaysIn(DateOnly week) => week.DayNumber - Week.DayNumber;

    /// <summary>
    /// True when a tie that was strong has been silent for at least twice its usual gap, but not so long that it counts as forgotten.
    /// </summary>
    public bool IsGoingQuietIn(DateOnly week) =>
        UsualGapDays is { } gap
            && StrengthIn(Week) >= 1
            && SilentDaysIn(week) is var silent
            && silent >= Math.Max(2 * gap, QuietDays)
            && silent <= ForgottenDays;
}
