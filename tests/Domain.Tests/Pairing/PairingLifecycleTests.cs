using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Pairing;

public sealed class PairingLifecycleTests
{
    // Monday at noon in Zurich; the first round begins at midnight.
    private static readonly DateTimeOffset monday = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly string[] zones = ["Europe/Zurich", "Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland"];

    [Fact]
    public async Task Both_are_told_when_both_work_and_asked_a_week_later()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync(zone: "Europe/Zurich");
        await world.JoinAsync(zone: "America/New_York");

        await world.RunUntilAsync(monday.AddDays(9));

        // Three in the afternoon in Zurich is nine in the morning in New York.
        var tuesday = new DateTimeOffset(2026, 11, 24, 14, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [("told", tuesday), ("told", tuesday), ("asked", tuesday.AddDays(7)), ("asked", tuesday.AddDays(7))],
            world.Said.Select(said => (said.What, said.At)));
    }

    [Fact]
    public async Task Both_are_told_later_when_one_has_heard_enough()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync();
        var tired = await world.JoinAsync();
        world.Listens = person => person != tired || world.Now >= monday.AddDays(3);

        await world.RunUntilAsync(monday.AddDays(5));

        Assert.Equal(["told", "told"], world.Said.Select(said => said.What));
        Assert.All(world.Said, said => Assert.Equal(monday.AddDays(3), said.At));
    }

    [Fact]
    public async Task Whoever_paused_everything_is_not_put_together_with_anybody()
    {
        var world = new PairingWorld(monday);
        var (_, away, _) = (await world.JoinAsync(), await world.JoinAsync(), await world.JoinAsync());
        world.PausedPrompts.Add(away.Id);

        await world.RunUntilAsync(monday.AddDays(3));

        Assert.Equal(2, world.Said.Count);
        Assert.DoesNotContain(world.Said, said => said.Who == away);
    }

    [Fact]
    public async Task A_new_coffee_and_the_question_about_the_last_one_come_on_two_days()
    {
        // Asked a week later because they meet every other week; by then they meet every week, so the next round is on that day.
        var world = new PairingWorld(monday);
        Person[] people = [await world.JoinAsync(everyWeeks: 2), await world.JoinAsync(everyWeeks: 2)];
        await world.RunUntilAsync(monday.AddDays(3));
        foreach (var person in people)
        {
            await world.Book.JoinAsync(person, Cast.Id(9001), everyWeeks: 1, CancellationToken.None);
        }

        await world.RunUntilAsync(monday.AddDays(10));

        Assert.All(
            people,
            person => Assert.Equal(
                ["asked", "told", "told"],
                world.Said.Where(said => said.Who == person).Select(said => said.What).Order()));
        Assert.All(
            people,
            person => Assert.Distinct(world.Said.Where(said => said.Who == person).Select(said => PairingWorld.DayOf(person, said.At))));
    }

    [Fact]
    public async Task A_meeting_is_not_told_of_when_its_round_is_over()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync(everyWeeks: 4);
        await world.JoinAsync(everyWeeks: 4);
        world.Listens = _ => world.Now >= monday.AddDays(9);

        await world.RunUntilAsync(monday.AddDays(16));

        // Since nobody told them of the first one they do not wait four weeks for another.
        Assert.Equal([new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 8)], world.Seats.Select(seat => seat.Round));
        Assert.Equal(["told", "told"], world.Said.Select(said => said.What));
    }

    [Fact]
    public async Task Somebody_alone_is_not_told_so_of_a_round_that_is_over()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync();
        world.Listens = _ => world.Now >= monday.AddDays(9);

        await world.RunUntilAsync(monday.AddDays(16));

        Assert.Equal(new DateOnly(2026, 12, 8), Assert.Single(world.Seats).Round);
        Assert.Equal("alone", Assert.Single(world.Said).What);
    }

    [Fact]
    public async Task What_is_said_is_of_use_until_the_next_round_begins()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync();
        await world.JoinAsync();

        await world.RunUntilAsync(monday.AddDays(9));

        Assert.Equal(["told", "told", "asked", "asked"], world.Said.Select(said => said.What));
        var (first, second) = (
            new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 12, 7, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal([first, first, second, second], world.Said.Select(said => said.UsefulUntil));
    }

    [Theory]
    [InlineData(PairingAnswer.NotYet, true)]
    [InlineData(PairingAnswer.Met, false)]
    [InlineData(PairingAnswer.DidNotHappen, false)]
    public async Task Whom_somebody_is_to_meet_is_known_from_when_they_are_told_until_they_say_what_came_of_it(
        PairingAnswer answer,
        bool isToMeet)
    {
        var world = new PairingWorld(monday);
        var (mark, sue) = (await world.JoinAsync(), await world.JoinAsync());
        await world.RunUntilAsync(monday.AddHours(15));
        Assert.Single(world.Groups);
        Assert.Empty((await world.Book.StateAsync(mark, CancellationToken.None)).ToMeet);

        await world.RunUntilAsync(monday.AddDays(1));
        Assert.Same(sue, Assert.Single((await world.Book.StateAsync(mark, CancellationToken.None)).ToMeet));

        await world.Book.AnswerAsync(mark, world.Groups[0].Id, answer, CancellationToken.None);
        Assert.Equal(isToMeet, (await world.Book.StateAsync(mark, CancellationToken.None)).ToMeet.Contains(sue));

        await world.Book.PauseAsync(mark, new DateOnly(2027, 1, 7), CancellationToken.None);
        await world.RunUntilAsync(monday.AddDays(20));
        Assert.Empty((await world.Book.StateAsync(mark, CancellationToken.None)).ToMeet);
    }

    [Fact]
    public async Task Two_who_never_work_at_the_same_time_are_each_told_in_their_own_hours()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync(zone: "Europe/Zurich");
        await world.JoinAsync(zone: "Pacific/Auckland");

        await world.RunUntilAsync(monday.AddDays(3));

        Assert.Equal(2, world.Said.Count(said => said.What == "told"));
        Assert.All(world.Said, said => Assert.True(world.Hours.IsWorking(said.Who, said.At)));
    }

    [Fact]
    public async Task Whoever_joins_during_a_round_waits_for_the_next_one()
    {
        var world = new PairingWorld(monday.AddDays(1));
        await world.JoinAsync();
        await world.JoinAsync();

        await world.RunUntilAsync(monday.AddDays(7));

        Assert.Empty(world.Said);
        Assert.Single(world.Rounds);
    }

    [Fact]
    public async Task A_round_that_no_host_was_there_for_is_left_out_in_the_end()
    {
        var world = new PairingWorld(monday);
        await world.JoinAsync();
        await world.JoinAsync();

        world.Now = monday.AddDays(3);
        Assert.True(await world.Plan.TryPlanAsync(PairingWorld.Organisation, CancellationToken.None));
        Assert.False(await world.Plan.TryPlanAsync(PairingWorld.Organisation, CancellationToken.None));
        world.Now = monday.AddDays(13);
        Assert.False(await world.Plan.TryPlanAsync(PairingWorld.Organisation, CancellationToken.None));
    }

    [Fact]
    public async Task Somebody_alone_is_told_once_and_paired_as_soon_as_there_is_somebody()
    {
        var world = new PairingWorld(monday);
        var first = await world.JoinAsync(everyWeeks: 4);
        await world.RunUntilAsync(monday.AddDays(15));
        Assert.Equal("alone", Assert.Single(world.Said).What);

        await world.JoinAsync(everyWeeks: 4);
        await world.RunUntilAsync(monday.AddDays(23));

        Assert.Equal(["told", "told"], world.Said.Skip(1).Select(said => said.What).Take(2));
        Assert.Null(world.Members.Find(member => member.PersonId == first.Id)!.AloneSince);
    }

    [Fact]
    public async Task One_who_said_that_they_met_spares_the_other_the_silence()
    {
        var world = new PairingWorld(monday);
        var (talks, never) = (await world.JoinAsync(), await world.JoinAsync());
        for (var round = 0; round < 4; round++)
        {
            await world.RunUntilAsync(monday.AddDays((14 * round) + 9));
            await world.Book.AnswerAsync(talks, world.Groups[^1].Id, PairingAnswer.Met, CancellationToken.None);
        }

        await world.RunUntilAsync(monday.AddDays(70));

        Assert.DoesNotContain(world.Said.TakeWhile(said => said.At < monday.AddDays(60)), said => said.What == "paused");
        Assert.Equal(4, (await world.Book.StateAsync(never, CancellationToken.None)).Met);
    }

    [Fact]
    public async Task The_last_word_counts()
    {
        var world = new PairingWorld(monday);
        var (one, other) = (await world.JoinAsync(), await world.JoinAsync());
        await world.RunUntilAsync(monday.AddDays(9));
        var group = Assert.Single(world.Groups);

        await world.Book.AnswerAsync(one, group.Id, PairingAnswer.Met, CancellationToken.None);
        await world.Book.AnswerAsync(one, group.Id, PairingAnswer.DidNotHappen, CancellationToken.None);
        await world.Book.AnswerAsync(other, group.Id, PairingAnswer.NotYet, CancellationToken.None);

        Assert.Null(group.MetAt);
        Assert.Null(await world.Book.AnswerAsync(world.NewPerson(), group.Id, PairingAnswer.Met, CancellationToken.None));
    }

    /// <summary>
    /// A quarter with people of five zones who answer, stay silent, leave, pause, come back and avoid one another as they like.
    /// </summary>
    [Fact]
    public void Whatever_people_do_every_rule_holds_for_a_quarter()
    {
        var doings = (from person in Gen.Choose(0, 11)
                      from what in Gen.Choose(0, 6)
                      from other in Gen.Choose(0, 11)
                      select (
            person,
            what,
            other)).ArrayOf(60).ToArbitrary();
        Prop.ForAll(doings, async some =>
        {
            var world = new PairingWorld(monday);
            for (var number = 0; number < 12; number++)
            {
                await world.JoinAsync(everyWeeks: 1 + (number % 4), zone: zones[number % zones.Length], department: number % 3);
            }

            foreach (var (person, what, other) in some)
            {
                await DoAsync(world, world.People[person], what, world.People[other]);
                await world.RunUntilAsync(world.Now.AddHours(36));
            }

            Holds(world);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    private static async Task DoAsync(PairingWorld world, Person person, int what, Person other)
    {
        switch (what)
        {
            case 0:
                await world.Book.TryLeaveAsync(person, CancellationToken.None);
                break;
            case 1:
                await world.Book.JoinAsync(person, Cast.Id(9001), everyWeeks: null, CancellationToken.None);
                break;
            case 2:
                await world.Book.PauseAsync(person, world.Rules.DayOf(world.Now).AddDays(10), CancellationToken.None);
                break;
            case 3 when !world.Said.Exists(said => said.What == "told" && world.Now - said.At < TimeSpan.FromDays(2)):
                await world.Book.TryAvoidAsync(person, [other.Id], CancellationToken.None);
                break;
            default:
                foreach (var seat in world.Seats.Where(seat => seat.PersonId == person.Id).ToList())
                {
                    await world.Book.AnswerAsync(person, seat.GroupId, (PairingAnswer)(1 + (what % 3)), CancellationToken.None);
                }

                break;
        }
    }

    private static void Holds(PairingWorld world)
    {
        Assert.NotEmpty(world.Said);
        Assert.All(world.Said, said => Assert.True(world.Hours.IsWorking(said.Who, said.At)));
        Assert.All(world.Said.GroupBy(said => (said.What, said.Who, said.GroupId)), same => Assert.Single(same));
        Assert.All(world.Said.GroupBy(said => (said.Who, Day: PairingWorld.DayOf(said.Who, said.At))), day => Assert.Single(day));
        Assert.All(world.Seats.GroupBy(seat => (seat.PersonId, seat.Round)), seats => Assert.Single(seats));
        Assert.All(
            world.Members.Where(member => member.SilentRounds > 0),
            member => Assert.InRange(member.SilentRounds, 1, PairingMember.MaxSilentRounds));
    }
}
