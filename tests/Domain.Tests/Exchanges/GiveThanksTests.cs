using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Exchanges;

public sealed class GiveThanksTests
{
    private readonly Colleagues colleagues = new();

    [Fact]
    public async Task Two_receivers_make_two_entries_of_one_act()
    {
        var given = Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.Sue), To(colleagues.Raj)));

        Assert.Equal([colleagues.Sue.Id, colleagues.Raj.Id], colleagues.Entries.Select(entry => entry.ToPersonId!.Value));
        Assert.All(colleagues.Entries, entry => Assert.Equal(given.Act.Id, entry.ActId));
    }

    [Fact]
    public async Task Both_sides_departments_are_kept_as_they_are_that_day()
    {
        await colleagues.MarkThanks(To(colleagues.Sue));
        colleagues.Sue.DepartmentId = colleagues.Sales.Id;

        var entry = Assert.Single(colleagues.Entries);
        Assert.Equal((colleagues.Sales.Id, colleagues.TheIt.Id), (entry.FromDepartmentId!.Value, entry.ToDepartmentId!.Value));
    }

    [Fact]
    public async Task A_department_is_thanked_as_a_team_and_not_its_people()
    {
        var given = Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.TheIt)));

        var entry = Assert.Single(colleagues.Entries);
        Assert.Null(entry.ToPersonId);
        Assert.Equal(colleagues.TheIt.Id, entry.ToDepartmentId);
        Assert.Equal([colleagues.Sue, colleagues.Raj], given.Act.Members.ToArray());
    }

    [Fact]
    public async Task The_giver_is_dropped_from_their_own_department()
    {
        var ana = colleagues.Person("Ana", colleagues.Sales);

        var given = Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.Sales)));

        Assert.Equal([ana], given.Act.Members.ToArray());
    }

    [Fact]
    public async Task Somebody_named_together_with_their_department_is_told_once()
    {
        var given = Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.TheIt), To(colleagues.Sue)));

        Assert.Equal([colleagues.Sue], given.Act.People.ToArray());
        Assert.Equal([colleagues.Raj], given.Act.Members.ToArray());
    }

    [Fact]
    public async Task A_receiver_named_twice_is_thanked_once()
    {
        await colleagues.MarkThanks(To(colleagues.Sue), To(colleagues.Sue));

        Assert.Single(colleagues.Entries);
    }

    [Fact]
    public async Task Thanking_yourself_and_another_thanks_the_other()
    {
        await colleagues.MarkThanks(To(colleagues.Mark), To(colleagues.Sue));

        Assert.Equal(colleagues.Sue.Id, Assert.Single(colleagues.Entries).ToPersonId);
    }

    [Fact]
    public Task Thanking_nobody_is_refused() => Refused<ThanksFault.NobodyNamed>();

    [Fact]
    public Task Thanking_yourself_is_refused() => Refused<ThanksFault.OnlyGiverNamed>(To(colleagues.Mark));

    [Fact]
    public Task Thanking_a_program_is_refused() => Refused<ThanksFault.BotNamed>(To(colleagues.Person("Deploybot", kind: PersonKind.Bot)));

    [Fact]
    public Task Thanking_somebody_of_another_organisation_is_refused() =>
        Refused<ThanksFault.OutsiderNamed>(To(colleagues.Person("Pat", kind: PersonKind.Stranger)));

    [Fact]
    public Task Thanking_somebody_who_has_left_is_refused() =>
        Refused<ThanksFault.LeaverNamed>(To(colleagues.Person("Lea", isActive: false)));

    [Fact]
    public Task An_unknown_name_is_refused() => Refused<ThanksFault.UnknownName>(new Receiver.Unknown("suee"));

    [Fact]
    public Task A_department_without_anybody_else_is_refused() => Refused<ThanksFault.EmptyDepartment>(To(colleagues.Sales));

    [Fact]
    public async Task A_department_of_which_nobody_is_known_yet_can_be_thanked_in_public_but_not_in_private()
    {
        var facilities = colleagues.Department("Facilities");

        Assert.IsType<GiveThanksResult.Refused>(
            await colleagues.MarkThanks(command => command with { Visibility = Visibility.Private }, To(facilities)));
        Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(facilities)));
        Assert.Equal(facilities.Id, Assert.Single(colleagues.Entries).ToDepartmentId);
    }

    [Fact]
    public async Task A_guest_can_be_thanked()
    {
        Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.Person("Gil", kind: PersonKind.Guest))));
    }

    [Theory]
    [InlineData(ThanksLimits.Note, true)]
    [InlineData(ThanksLimits.Note + 1, false)]
    public async Task A_note_fits_up_to_its_limit(int length, bool fits)
    {
        var result = await colleagues.MarkThanks(command => command with { Note = new string('é', length) }, To(colleagues.Sue));

        Assert.Equal(fits, result is GiveThanksResult.Given);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task Receivers_fit_up_to_their_limit(int count, bool fits)
    {
        var result = await colleagues.MarkThanks([.. Enumerable.Range(0, count).Select(i => To(colleagues.Person($"P{i}")))]);

        Assert.Equal(fits, result is GiveThanksResult.Given);
    }

    [Fact]
    public async Task The_thirty_first_entry_within_an_hour_is_refused_and_an_hour_later_it_is_not()
    {
        for (var i = 0; i < ThanksLimits.EntriesAnHour; i++)
        {
            Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.Sue)));
        }

        await Refused<ThanksFault.TooManyThisHour>(To(colleagues.Sue));

        colleagues.Clock.Value += TimeSpan.FromHours(1);
        Assert.IsType<GiveThanksResult.Given>(await colleagues.MarkThanks(To(colleagues.Sue)));
    }

    [Fact]
    public async Task Several_faults_are_told_together_and_nothing_is_recorded()
    {
        var bot = colleagues.Person("Deploybot", kind: PersonKind.Bot);

        var refused = Assert.IsType<GiveThanksResult.Refused>(
            await colleagues.MarkThanks(
                command => command with { Note = new string('x', 3001) },
                To(bot),
                new Receiver.Unknown("suee"),
                To(colleagues.Sue)));

        Assert.Equal(3, refused.Faults.Length);
        Assert.False(refused.OthersCanBeThanked);
        Assert.Empty(colleagues.Entries);
    }

    [Fact]
    public async Task With_one_receiver_refused_nothing_is_recorded_until_the_giver_wants_the_others()
    {
        Receiver[] receivers = [new Receiver.Unknown("suee"), To(colleagues.Raj)];

        var refused = Assert.IsType<GiveThanksResult.Refused>(await colleagues.MarkThanks(receivers));
        Assert.True(refused.OthersCanBeThanked);
        Assert.Empty(colleagues.Entries);

        var given = Assert.IsType<GiveThanksResult.Given>(
            await colleagues.MarkThanks(command => command with { OthersOnly = true }, receivers));
        Assert.Equal([colleagues.Raj], given.Act.People.ToArray());
        Assert.Equal(colleagues.Raj.Id, Assert.Single(colleagues.Entries).ToPersonId);
    }

    [Fact]
    public async Task Thanking_the_others_does_not_lift_a_limit()
    {
        var result = await colleagues.MarkThanks(
            command => command with { OthersOnly = true, Note = new string('x', 3001) }, new Receiver.Unknown("suee"), To(colleagues.Raj));

        Assert.IsType<GiveThanksResult.Refused>(result);
    }

    private static Receiver To(Person person) => new Receiver.Person(person.Id);

    private static Receiver To(Department department) => new Receiver.Department(department.Id);

    private async Task Refused<TFault>(params Receiver[] receivers)
        where TFault : ThanksFault
    {
        var before = colleagues.Entries.Count;

        var refused = Assert.IsType<GiveThanksResult.Refused>(await colleagues.MarkThanks(receivers));

        Assert.IsType<TFault>(Assert.Single(refused.Faults));
        Assert.Equal(before, colleagues.Entries.Count);
    }
}
