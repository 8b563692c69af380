using FsCheck;
using FsCheck.Fluent;
using Moq;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Tests.Exchanges;

namespace RelateBot.Domain.Tests.Help;

public sealed class AskLifecycleTests
{
    /// <summary>Any taps by anyone in any order: an ask's state stays consistent, and the ledger has the help that was given.</summary>
    [Fact]
    public void Any_order_of_taps_leaves_an_ask_whole()
    {
        var taps = Gen.Choose(0, 17).ListOf().ToArbitrary();
        Prop.ForAll(taps, async sequence =>
        {
            var world = await World.NewAsync();
            foreach (var tap in sequence)
            {
                await world.TapAsync(tap);
                world.IsWhole();
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_reminder_comes_at_half_time_and_only_once()
    {
        var world = await World.NewAsync();
        Assert.Equal(AskStep.None, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));

        world.Colleagues.Clock.Value += TimeSpan.FromDays(7);
        Assert.Equal(AskStep.Remind, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));
        Assert.Equal(AskStep.None, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));

        world.Colleagues.Clock.Value += TimeSpan.FromDays(7);
        Assert.Equal(AskStep.Expire, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));
        Assert.Equal(AskState.Expired, world.Ask.State);
    }

    [Fact]
    public async Task The_follow_up_waits_until_the_asker_may_be_written_to()
    {
        var world = await World.NewAsync();
        world.Life.Take(world.Details, world.Colleagues.Sue);
        world.Colleagues.Clock.Value += TimeSpan.FromDays(4);
        world.Budget
            .SetupSequence(budget => budget.TryReserveAsync(new[] { world.Colleagues.Mark }, It.IsAny<CancellationToken>()))
            .ReturnsAsync(false)
            .ReturnsAsync(true);

        Assert.Equal(AskStep.None, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));
        Assert.Equal(AskStep.None, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));
        world.Colleagues.Clock.Value += TimeSpan.FromHours(1);

        Assert.Equal(AskStep.FollowUp, await world.Steps.RunDueStepAsync(world.Details, CancellationToken.None));
    }

    [Fact]
    public async Task Ten_asks_at_once_are_enough()
    {
        var world = await World.NewAsync();
        world.Asks.Setup(asks => asks.GetActiveByAskerAsync(world.Colleagues.Mark.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync([.. Enumerable.Repeat(world.Ask, HelpRules.MaxActiveAsks)]);

        var refused = Assert.IsType<AskForHelpResult.Refused>(await world.AskAsync("one more"));

        Assert.Equal(AskFault.TooMany, refused.Fault);
    }

    private sealed class World
    {
        private static readonly HelpRules rules = new() { ExpireAfterDays = 10, FollowUpAfterDays = 2, TimeZone = TimeZoneInfo.Utc };

        private readonly List<AskHelper> helpers = [];

        private World()
        {
            Asks.Setup(asks => asks.GetActiveByAskerAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
            Asks.Setup(asks => asks.Add(It.IsAny<Ask>()));
            Asks.Setup(asks => asks.Add(It.IsAny<AskHelper>())).Callback((AskHelper helper) => helpers.Add(helper));
            Asks.Setup(asks => asks.Remove(It.IsAny<AskHelper>())).Callback((AskHelper helper) => helpers.Remove(helper));
            Asks.Setup(asks => asks.HelpersAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => [.. helpers]);
            var offers = new OfferCatalog(Mock.Of<IOfferStore>(), Colleagues.Directory.Object, Colleagues.Clock);
            Life = new AskLifecycle(
                Asks.Object,
                Colleagues.Ledger.Object,
                Colleagues.Directory.Object,
                offers,
                rules,
                Colleagues.Clock);
            Steps = new AskStepRunner(rules, Budget.Object, Colleagues.Clock);
        }

        public static async Task<World> NewAsync()
        {
            var world = new World();
            world.Ask = ((AskForHelpResult.Asked)await world.AskAsync("my laptop freezes")).Ask.Ask;
            return world;
        }

        public Colleagues Colleagues { get; } = new();

        public Mock<IAskStore> Asks { get; } = new(MockBehavior.Strict);

        public Mock<IProactiveMessageBudget> Budget { get; } = new(MockBehavior.Strict);

        public AskLifecycle Life { get; }

        public AskStepRunner Steps { get; }

        public Ask Ask { get; private set; } = null!;

        public AskDetails Details => new()
        {
            Ask = Ask,
            Asker = Colleagues.Mark,
            Department = Colleagues.TheIt,
            Helpers = [.. helpers.Select(helper => Colleagues.People.First(person => person.Id == helper.PersonId))],
        };

        public Task<AskForHelpResult> AskAsync(string text) =>
            new AskForHelpHandler(Asks.Object, Colleagues.Directory.Object, rules, Colleagues.Clock).HandleAsync(
            new AskForHelp
            {
                Workspace = new Workspace
                {
                    Id = Guid.Empty,
                    OrganisationId = Guid.Empty,
                    Platform = "tests",
                    ExternalId = "T",
                    Name = "Tests"
                },
                Asker = Colleagues.Mark,
                Target = new AskTarget.OfDepartment(Colleagues.TheIt.Id),
                Text = text,
            },
            CancellationToken.None);

        public async Task TapAsync(int number)
        {
            var person = new[] { Colleagues.Mark, Colleagues.Sue, Colleagues.Raj }[number % 3];
            _ = (number / 3) switch
            {
                0 => Life.Take(Details, person),
                1 => await Life.HandBackAsync(Details, person, CancellationToken.None),
                2 => await Life.SolveAsync(Details, person, CancellationToken.None),
                3 => await Life.MarkNotSolvedAsync(Details, person, CancellationToken.None),
                4 => Life.Withdraw(Details, person),
                _ => Life.TryDecline(Details, person) ? AskActionResult.Done : AskActionResult.NoChange,
            };
        }

        public void IsWhole()
        {
            var counted = Colleagues.Entries.Count(entry => entry.CorrectsId is null) - Colleagues.Entries.Count(entry =>
                entry.CorrectsId is not null);
            Assert.Equal(Ask.State is AskState.Solved ? helpers.Count : 0, counted);
            Assert.Equal(Ask.State is AskState.Taken, Ask.IsActive && helpers.Count > 0);
            Assert.Equal(Ask.IsActive, Ask.ClosedAt is null);
            Assert.Equal(Ask.NextStepAt is null, Ask.NextStep is AskStep.None);
            Assert.DoesNotContain(helpers, helper => helper.PersonId == Colleagues.Mark.Id);
            Assert.All(Colleagues.Entries, entry => Assert.Equal(ExchangeKind.Help, entry.Kind));
        }
    }
}
