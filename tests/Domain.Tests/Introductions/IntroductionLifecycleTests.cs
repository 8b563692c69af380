using FsCheck;
using FsCheck.Fluent;
using Moq;
using RelateBot.Domain.Help;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Domain.Tests.Exchanges;

namespace RelateBot.Domain.Tests.Introductions;

public sealed class IntroductionLifecycleTests
{
    private static readonly HelpRules rules = new() { ExpireAfterDays = 10, FollowUpAfterDays = 2, TimeZone = TimeZoneInfo.Utc };

    private readonly Colleagues colleagues = new();
    private readonly Mock<IIntroductionStore> introductions = new();
    private readonly Mock<ITieReader> ties = new();
    private readonly List<Introduction> earlier = [];
    private readonly IntroductionLifecycle lifecycle;
    private readonly AskForIntroductionHandler handler;
    private readonly Workspace workspace;
    private readonly Person zoe;

    public IntroductionLifecycleTests()
    {
        zoe = colleagues.Person("Zoë");
        workspace = new Workspace
        {
            Id = Guid.CreateVersion7(Colleagues.Now),
            OrganisationId = zoe.OrganisationId,
            Platform = "tests",
            ExternalId = "T",
            Name = "Acme"
        };
        introductions.Setup(all => all.AskedByAsync(It.IsAny<Guid>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid asker, DateTimeOffset since, CancellationToken _) =>
                [.. earlier.Where(own => own.AskerId == asker && own.AskedAt >= since)]);
        introductions.Setup(all => all.Add(It.IsAny<Introduction>())).Callback((Introduction introduction) => earlier.Add(introduction));
        Connect(Strong(colleagues.Mark, colleagues.Sue), Strong(colleagues.Sue, zoe));
        var paths = new WarmPaths(ties.Object, colleagues.Clock);
        lifecycle = new IntroductionLifecycle(introductions.Object, paths, colleagues.Directory.Object, rules, colleagues.Clock);
        handler = new AskForIntroductionHandler(introductions.Object, paths, colleagues.Directory.Object, rules, colleagues.Clock);
    }

    [Fact]
    public async Task Who_is_in_between_is_asked_first_and_then_who_is_to_be_met()
    {
        var details = await AskedAsync();
        Assert.Equal(colleagues.Sue, details.Awaited);

        Assert.Null(await lifecycle.AnswerAsync(details, zoe, isYes: true, CancellationToken.None));
        Assert.NotNull(await lifecycle.AnswerAsync(details, colleagues.Sue, isYes: true, CancellationToken.None));
        Assert.Null(await lifecycle.AnswerAsync(details, colleagues.Sue, isYes: true, CancellationToken.None));
        Assert.Equal(zoe, details.Awaited);
        Assert.NotNull(await lifecycle.AnswerAsync(details, zoe, isYes: true, CancellationToken.None));

        Assert.Equal((IntroductionState.Made, null), (details.Introduction.State, details.Awaited));
    }

    [Fact]
    public async Task Two_in_between_are_asked_from_the_askers_side_on()
    {
        Connect(Strong(colleagues.Mark, colleagues.Sue), Strong(colleagues.Sue, colleagues.Raj), Strong(colleagues.Raj, zoe));
        var details = await AskedAsync();

        List<Person?> asked = [details.Awaited];
        while (details.Awaited is { } awaited)
        {
            Assert.NotNull(await lifecycle.AnswerAsync(details, awaited, isYes: true, CancellationToken.None));
            asked.Add(details.Awaited);
        }

        Assert.Equal([colleagues.Sue, colleagues.Raj, zoe, null], asked);
    }

    /// <summary>
    /// Any answers by anyone in any order: it ends at the first no or the last yes, and each yes counts once, in turn.
    /// </summary>
    [Fact]
    public void Any_answers_lead_where_the_first_of_each_in_turn_leads() => Prop.ForAll(
        (from who in Gen.Choose(0, 3) from isYes in Gen.Elements(true, true, false) select (who, isYes)).ArrayOf().ToArbitrary(),
        async answers =>
        {
            earlier.Clear();
            var details = await AskedAsync();
            var turns = new Queue<Person>([colleagues.Sue, zoe]);
            var expected = IntroductionState.Asking;
            foreach (var (who, isYes) in answers)
            {
                Person person = new[] { colleagues.Mark, colleagues.Sue, colleagues.Raj, zoe }[who];
                var counts = expected is IntroductionState.Asking && turns.Peek() == person;
                Assert.Equal(counts, await lifecycle.AnswerAsync(details, person, isYes, CancellationToken.None) is not null);
                if (counts)
                {
                    turns.Dequeue();
                    expected = isYes ? turns.Count == 0 ? IntroductionState.Made : IntroductionState.Asking : IntroductionState.Declined;
                }
            }

            Assert.Equal(expected, details.Introduction.State);
            Assert.Equal(expected is IntroductionState.Asking, details.Introduction.ExpiresAt is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Each_has_five_working_days_to_answer()
    {
        var details = await AskedAsync();
        colleagues.Clock.Value += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        Assert.Null(await lifecycle.ExpireAsync(details, CancellationToken.None));
        await lifecycle.AnswerAsync(details, colleagues.Sue, isYes: true, CancellationToken.None);

        colleagues.Clock.Value += TimeSpan.FromDays(6);
        Assert.Null(await lifecycle.ExpireAsync(details, CancellationToken.None));
        colleagues.Clock.Value += TimeSpan.FromDays(1);

        Assert.NotNull(await lifecycle.ExpireAsync(details, CancellationToken.None));
        Assert.Null(await lifecycle.ExpireAsync(details, CancellationToken.None));
        Assert.Null(await lifecycle.AnswerAsync(details, zoe, isYes: true, CancellationToken.None));
    }

    [Fact]
    public async Task Somebody_who_opted_out_or_left_meanwhile_is_not_asked()
    {
        var details = await AskedAsync();
        zoe.TakesIntroductions = false;

        Assert.NotNull(await lifecycle.AnswerAsync(details, colleagues.Sue, isYes: true, CancellationToken.None));

        Assert.Equal(IntroductionState.Declined, details.Introduction.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_no_or_silence_in_between_leads_to_the_next_best_way_once(bool isSilent)
    {
        Connect(
            Strong(colleagues.Mark, colleagues.Sue),
            Strong(colleagues.Sue, zoe),
            Strong(colleagues.Mark, colleagues.Raj),
            Strong(colleagues.Raj, zoe));
        var details = await AskedAsync();
        var first = details.Awaited!;

        details = await RefuseAsync(details);

        var second = details.Awaited;
        Assert.Equal(first == colleagues.Sue ? colleagues.Raj : colleagues.Sue, second);
        Assert.Equal([second!], details.Connectors.AsEnumerable());
        Assert.Equal(isSilent ? first : null, details.Lapsed);
        Assert.Null(await lifecycle.AnswerAsync(details, first, isYes: true, CancellationToken.None));
        Assert.Null(await lifecycle.ExpireAsync(details, CancellationToken.None));

        details = await RefuseAsync(details);
        Assert.Equal(isSilent ? IntroductionState.Expired : IntroductionState.Declined, details.Introduction.State);

        async Task<IntroductionDetails> RefuseAsync(IntroductionDetails asked)
        {
            colleagues.Clock.Value += isSilent ? TimeSpan.FromDays(7) : TimeSpan.Zero;
            return (isSilent
                ? await lifecycle.ExpireAsync(asked, CancellationToken.None)
                : await lifecycle.AnswerAsync(asked, asked.Awaited!, isYes: false, CancellationToken.None))!;
        }
    }

    [Fact]
    public async Task The_other_way_leads_to_a_meeting_like_the_first()
    {
        Connect(
            Strong(colleagues.Mark, colleagues.Sue),
            Strong(colleagues.Sue, zoe),
            Strong(colleagues.Mark, colleagues.Raj),
            Strong(colleagues.Raj, zoe));
        var details = await AskedAsync();
        details = (await lifecycle.AnswerAsync(details, details.Awaited!, isYes: false, CancellationToken.None))!;

        details = (await lifecycle.AnswerAsync(details, details.Awaited!, isYes: true, CancellationToken.None))!;
        Assert.Equal(zoe, details.Awaited);
        details = (await lifecycle.AnswerAsync(details, zoe, isYes: true, CancellationToken.None))!;

        Assert.Equal(IntroductionState.Made, details.Introduction.State);
    }

    [Fact]
    public async Task Who_is_to_be_met_is_not_asked_twice_and_nobody_is_after_they_opted_out()
    {
        Connect(
            Strong(colleagues.Mark, colleagues.Sue),
            Strong(colleagues.Sue, zoe),
            Strong(colleagues.Mark, colleagues.Raj),
            Strong(colleagues.Raj, zoe));
        var refused = await AskedAsync();
        await lifecycle.AnswerAsync(refused, refused.Awaited!, isYes: true, CancellationToken.None);
        await lifecycle.AnswerAsync(refused, zoe, isYes: false, CancellationToken.None);
        Assert.Equal(IntroductionState.Declined, refused.Introduction.State);

        earlier.Clear();
        var closed = await AskedAsync();
        zoe.TakesIntroductions = false;
        await lifecycle.AnswerAsync(closed, closed.Awaited!, isYes: false, CancellationToken.None);
        Assert.Equal(IntroductionState.Declined, closed.Introduction.State);
    }

    [Fact]
    public async Task After_a_no_there_is_no_way_for_a_while_and_after_a_yes_they_know_each_other()
    {
        var declined = await AskedAsync();
        Assert.Equal(IntroductionFault.AskedAlready, await FaultAsync());
        await lifecycle.AnswerAsync(declined, colleagues.Sue, isYes: false, CancellationToken.None);
        Assert.Equal(IntroductionFault.NoPath, await FaultAsync());

        colleagues.Clock.Value += AskForIntroductionHandler.Cooldown + TimeSpan.FromSeconds(1);
        var made = await AskedAsync();
        await lifecycle.AnswerAsync(made, colleagues.Sue, isYes: true, CancellationToken.None);
        await lifecycle.AnswerAsync(made, zoe, isYes: true, CancellationToken.None);
        Assert.Equal(IntroductionFault.KnowEachOther, await FaultAsync());
    }

    [Fact]
    public async Task Who_takes_no_introductions_cannot_be_told_from_somebody_without_a_path()
    {
        zoe.TakesIntroductions = false;
        Assert.Equal(IntroductionFault.NoPath, await FaultAsync());

        zoe.TakesIntroductions = true;
        Connect(Strong(colleagues.Mark, colleagues.Sue));
        Assert.Equal(IntroductionFault.NoPath, await FaultAsync());
    }

    [Fact]
    public async Task Refusals_name_what_is_in_the_way()
    {
        Assert.Equal(IntroductionFault.NoReason, await FaultAsync(reason: ""));
        Assert.Equal(IntroductionFault.ReasonTooLong, await FaultAsync(reason: new string('x', Introduction.LongestReason + 1)));
        Assert.Equal(IntroductionFault.Yourself, await FaultAsync(colleagues.Mark.Id));
        Connect(Strong(colleagues.Mark, zoe));
        Assert.Equal(IntroductionFault.KnowEachOther, await FaultAsync());
    }

    private async Task<IntroductionDetails> AskedAsync() =>
        Assert.IsType<AskForIntroductionResult.Asked>(
            await handler.HandleAsync(new AskForIntroduction(workspace, colleagues.Mark, zoe.Id, "how she plans"),
                CancellationToken.None)).Details;

    private async Task<IntroductionFault> FaultAsync(Guid? targetId = null, string reason = "how she plans") =>
        Assert.IsType<AskForIntroductionResult.Refused>(
            await handler.HandleAsync(
                new AskForIntroduction(workspace, colleagues.Mark, targetId ?? zoe.Id, reason),
                CancellationToken.None)).Fault;

    private void Connect(params Tie[] all) =>
        ties
            .Setup(port =>
                port.BetweenAsync(It.IsAny<Guid>(), It.IsAny<Guid>(), It.IsAny<int>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(all);

    private static Tie Strong(Person one, Person other)
    {
        var (first, second) = Tie.Pair(one.Id, other.Id);
        var tie = new Tie { OrganisationId = one.OrganisationId, FirstPersonId = first, SecondPersonId = second };
        foreach (var weeks in new[] { 3, 2, 1 })
        {
            tie.TryApplyWeek(
                Week.MondayOf(Colleagues.Now).AddDays(-7 * weeks),
                TieSides.None,
                new TieSides(TieStrength.One, TieStrength.One));
        }

        return tie;
    }
}
