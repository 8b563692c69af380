using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Focus;

namespace RelateBot.Domain.Tests.Focus;

public sealed class FocusPersonTests
{
    private static readonly DateTimeOffset start = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    /// <summary>Any taps by anyone in any order, and any ledger entries in between.</summary>
    [Fact]
    public void The_cadence_runs_from_the_last_contact_and_openers_only_go_deeper()
    {
        var steps = Gen.ListOf(Gen.Choose(0, 5)).Select(list => list.ToList()).ToArbitrary();
        Prop.ForAll(steps, sequence =>
        {
            var entry = New(Cadence.Weekly);
            var (now, depth) = (start, entry.Step);
            foreach (var step in sequence)
            {
                now = now.AddHours(30);
                Take(entry, step, now);
                var contact = new[] { entry.AddedAt, entry.TalkedAt ?? start, entry.ExchangedAt ?? start }.Max();
                Assert.Equal(contact.AddDays(7), entry.DueAt);
                Assert.InRange(entry.Step, depth, Math.Min(depth + 1, FocusPerson.LastStep));
                depth = entry.Step;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(Cadence.Weekly, "2024-02-29", "2024-03-07")]
    [InlineData(Cadence.Fortnightly, "2026-12-25", "2027-01-08")]
    [InlineData(Cadence.Monthly, "2027-01-31", "2027-02-28")]
    [InlineData(Cadence.Monthly, "2024-02-29", "2024-03-29")]
    [InlineData(Cadence.Quarterly, "2026-11-30", "2027-02-28")]
    public void Months_are_calendar_months(Cadence cadence, string contact, string due)
    {
        var entry = New(cadence, DateTimeOffset.Parse($"{contact}T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse($"{due}T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture), entry.DueAt);
    }

    [Fact]
    public void A_second_tap_on_the_same_button_goes_no_deeper_and_still_notes_the_contact()
    {
        var entry = New(Cadence.Monthly);

        entry.Talk(turn: 0, start.AddDays(1));
        entry.Talk(turn: 0, start.AddDays(2));

        Assert.Equal((2, 1), (entry.Step, entry.Turn));
        Assert.Equal(start.AddDays(2), entry.ContactAt);
    }

    [Fact]
    public void Another_opener_is_as_deep_as_the_one_before_and_comes_once()
    {
        var entry = New(Cadence.Monthly);

        Assert.True(entry.TryTurn(0));
        Assert.False(entry.TryTurn(0));

        Assert.Equal((1, 1), (entry.Step, entry.Turn));
    }

    [Fact]
    public void The_deepest_opener_stays_the_deepest()
    {
        var entry = New(Cadence.Monthly);

        foreach (var _ in Enumerable.Range(0, 9))
        {
            entry.Talk(entry.Turn, start);
        }

        Assert.Equal(FocusPerson.LastStep, entry.Step);
    }

    [Fact]
    public void What_is_taken_back_was_no_contact()
    {
        var entry = New(Cadence.Weekly);
        entry.Talk(0, start.AddDays(1));
        entry.SetLastExchange(start.AddDays(3));
        Assert.Equal(start.AddDays(10), entry.DueAt);

        entry.SetLastExchange(null);

        Assert.Equal(start.AddDays(8), entry.DueAt);
    }

    [Fact]
    public void The_ledger_saying_the_same_again_changes_nothing()
    {
        var entry = New(Cadence.Weekly);
        entry.SetLastExchange(start);
        var version = entry.Version;

        entry.SetLastExchange(start);

        Assert.Equal(version, entry.Version);
    }

    private static void Take(FocusPerson entry, int step, DateTimeOffset now)
    {
        switch (step)
        {
            case 0: entry.Talk(entry.Turn, now); break;
            case 1: entry.Talk(entry.Turn - 1, now); break;
            case 2: entry.TryTurn(entry.Turn); break;
            case 3: entry.SetLastExchange(now); break;
            case 4: entry.SetLastExchange(now.AddDays(-20)); break;
            default: entry.SetLastExchange(null); break;
        }
    }

    private static FocusPerson New(Cadence cadence, DateTimeOffset? addedAt = null)
    {
        var entry = new FocusPerson
        {
            Id = Guid.CreateVersion7(start),
            OrganisationId = Guid.Empty,
            OwnerId = Guid.CreateVersion7(start),
            PersonId = Guid.CreateVersion7(start),
            Place = 1,
            Cadence = cadence,
            AddedAt = addedAt ?? start,
        };
        entry.Plan();
        return entry;
    }
}
