using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>Mark would like to meet Ana, whom Sue knows.</summary>
public sealed class SlackIntroductionTests : SlackBotFixture
{
    private SlackUser ana = null!;

    [Fact]
    public async Task Both_say_yes_and_all_three_meet_in_one_message()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana));
        await Slack.PostSlashCommandAsync(ana, "/relate", "offer #planning", General);
        Assert.Contains("I ask somebody whom you and", await IntroAsync(), StringComparison.Ordinal);

        await TapAsync(Sue, await QuestionAsync(Sue), "intro.yes");
        var question = await QuestionAsync(ana);
        Assert.Contains("would like to meet you", question.Everything, StringComparison.Ordinal);
        Assert.Contains("how she plans", question.Everything, StringComparison.Ordinal);
        await TapAsync(ana, question, "intro.yes");

        var together = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, Sue, ana).Id));
        Assert.Contains("you together", together.Everything, StringComparison.Ordinal);
        Assert.Contains("Likes to be asked about #planning.", together.Everything, StringComparison.Ordinal);
        Assert.Contains("Has not said yet what to ask about.", together.Everything, StringComparison.Ordinal);
        Assert.Equal(IntroductionState.Made, Assert.Single(await QueryAsync(context => context.Introductions)).State);
    }

    [Fact]
    public async Task Without_the_permission_to_open_a_chat_of_all_each_is_told()
    {
        Workspace.Scopes.Remove("mpim:write");
        await ConnectAsync((Mark, Sue), (Sue, ana));
        await IntroAsync();
        await TapAsync(Sue, await QuestionAsync(Sue), "intro.yes");
        await TapAsync(ana, await QuestionAsync(ana), "intro.yes");

        foreach (var user in new[] { Mark, Sue, ana })
        {
            var told = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
                user,
                message => message.Everything.Contains("From here on it is yours", StringComparison.Ordinal)));
            Assert.Contains("Has not said yet what to ask about.", told.Everything, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_no_reads_the_same_for_Mark_whoever_said_it(bool isConnector)
    {
        await ConnectAsync((Mark, Sue), (Sue, ana));
        await IntroAsync();
        var toSue = await QuestionAsync(Sue);
        await TapAsync(Sue, toSue, isConnector ? "intro.no#1" : "intro.yes");
        if (!isConnector)
        {
            await TapAsync(ana, await QuestionAsync(ana), "intro.no#1");
        }

        var told = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("did not come about", StringComparison.Ordinal)));

        Assert.DoesNotContain(Sue.Id, told.Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("people are busy", told.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await QueryAsync(context => context.Outbox),
            message => message.Destination.Contains("\"group\"", StringComparison.Ordinal));
        Assert.Contains("I know of no way", await IntroAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_in_between_leads_to_another_way_and_Mark_hears_of_neither()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana), (Mark, Raj), (Raj, ana));
        await IntroAsync();
        var toSue = QuestionAsync(Sue);
        var first = await Task.WhenAny(toSue, QuestionAsync(Raj)) == toSue ? Sue : Raj;
        var other = first == Sue ? Raj : Sue;

        await TapAsync(first, await QuestionAsync(first), "intro.no#1");
        await TapAsync(other, await QuestionAsync(other), "intro.yes");
        await TapAsync(ana, await QuestionAsync(ana), "intro.yes");

        var together = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, other, ana).Id));
        Assert.DoesNotContain(first.Id, together.Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(Workspace.MessagesTo(Mark));
    }

    [Fact]
    public async Task Silence_leads_to_another_way_and_the_question_is_taken_away()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana), (Mark, Raj), (Raj, ana));
        await IntroAsync();
        var toSue = QuestionAsync(Sue);
        var first = await Task.WhenAny(toSue, QuestionAsync(Raj)) == toSue ? Sue : Raj;

        Time.Advance(TimeSpan.FromDays(8));

        await QuestionAsync(first == Sue ? Raj : Sue);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            first,
            message => message.Everything.Contains("nothing is needed from you", StringComparison.Ordinal)));
        Assert.Empty(Workspace.MessagesTo(Mark));
    }

    [Fact]
    public async Task Many_taps_at_once_ask_Ana_once()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana));
        await IntroAsync();
        var question = await QuestionAsync(Sue);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(tap => Slack.ClickAsync(Sue, question, tap == 3 ? "intro.no#1" : "intro.yes")));

        var introduction = Assert.Single(
            await WaitForRowsAsync(context => context.Introductions, rows => rows[0].Version > 1, clockRuns: true));
        var asked = await QueryAsync(context => context.Outbox.Where(message => message.Purpose == "intro.question"));
        Assert.Equal(
            introduction.State is IntroductionState.Asking ? 2 : 1,
            asked.Count(message => message.Operation is OutboxOperation.Post));
        Assert.Equal(introduction.State is IntroductionState.Asking ? 1 : 0, introduction.Agreed);
    }

    [Fact]
    public async Task Two_askings_at_once_are_one()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana));

        await Task.WhenAll(IntroAsync(), IntroAsync(), IntroAsync());

        Assert.Single(await QueryAsync(context => context.Introductions));
    }

    [Fact]
    public async Task Without_an_answer_it_ends_after_five_working_days_and_the_question_is_taken_away()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana));
        await IntroAsync();
        await QuestionAsync(Sue);

        Time.Advance(TimeSpan.FromDays(8));

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("did not come about", StringComparison.Ordinal)));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("nothing is needed from you", StringComparison.Ordinal)));
        Assert.Equal(IntroductionState.Expired, Assert.Single(await QueryAsync(context => context.Introductions)).State);
    }

    [Fact]
    public async Task A_question_that_Slack_takes_only_after_its_time_is_not_asked_any_more()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana));
        Workspace.TokenState = SlackTokenState.Revoked;
        await IntroAsync();
        await RunClockUntilAsync(WaitForRowsAsync(
            context => context.Outbox,
            rows => rows.Exists(message => message is { Purpose: "intro.question", LastError: not null })));

        Time.Advance(TimeSpan.FromDays(8));
        Workspace.TokenState = SlackTokenState.Valid;

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("did not come about", StringComparison.Ordinal)));
        Assert.Empty(Workspace.MessagesTo(Sue));
    }

    [Fact]
    public async Task No_path_leads_through_somebody_who_wants_no_part_in_it()
    {
        await ConnectAsync((Mark, Sue), (Sue, ana), (Mark, Raj), (Raj, ana));
        foreach (var user in new[] { Sue, Raj })
        {
            await Slack.PostSlashCommandAsync(user, "/relate", "intro off", General);
        }

        Assert.Contains("I know of no way", await IntroAsync(), StringComparison.Ordinal);
        await Slack.PostSlashCommandAsync(Raj, "/relate", "intro on", General);
        Assert.Contains("I ask somebody", await IntroAsync(), StringComparison.Ordinal);

        Assert.NotNull(await QuestionAsync(Raj));
        Assert.Empty(Workspace.MessagesTo(Sue));
    }

    [Theory]
    [InlineData("intro", "Whom would you like to meet")]
    [InlineData("intro {ana}", "A reason makes it easy")]
    [InlineData("intro {sue} because we met", "know each other")]
    [InlineData("intro @nobody because I like", "I know nobody called nobody")]
    public async Task Refusals_are_sentences(string text, string expected)
    {
        await ConnectAsync((Mark, Sue));
        var typed = text.Replace("{ana}", ana.Mention, StringComparison.Ordinal).Replace("{sue}", Sue.Mention, StringComparison.Ordinal);

        var reply = await Slack.PostSlashCommandAsync(Mark, "/relate", typed, General);

        Assert.Contains(expected, reply.Message!.Everything, StringComparison.Ordinal);
    }

    protected override void Prepare() => ana = Workspace.AddUser("ana", user => user with { RealName = "Ana Lima" });

    private async Task<string> IntroAsync() =>
        (await Slack.PostSlashCommandAsync(Mark, "/relate", $"intro {ana.Mention} because I want to learn how she plans",
            General)).Message!.Everything;

    private Task<SlackMessage> QuestionAsync(SlackUser user) => RunClockUntilAsync(
        Workspace.Messages
            .WaitForMessageAsync(user, message => message.Everything.Contains("would like to meet", StringComparison.Ordinal)));

    private Task TapAsync(SlackUser user, SlackMessage message, string action) => Slack.ClickAsync(user, message, action);

    /// <summary>These people have helped each other for weeks.</summary>
    private async Task ConnectAsync(params (SlackUser One, SlackUser Other)[] pairs)
    {
        foreach (var user in new[] { Mark, Sue, Raj, ana })
        {
            await Slack.PostSlashCommandAsync(user, "/relate", "help", General);
        }

        var identities = await QueryAsync(context => context.Identities);
        await Bot.InScopeAsync(identities[0].OrganisationId, async services =>
        {
            foreach (var (from, to) in pairs.SelectMany(pair => new[] { (pair.One, pair.Other), (pair.Other, pair.One) }))
            {
                foreach (var weeksAgo in Enumerable.Range(0, 3))
                {
                    services.GetRequiredService<ILedger>().Record(Entry(PersonOf(from), PersonOf(to), weeksAgo));
                }
            }

            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
        await Bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);

        Identity PersonOf(SlackUser user) => identities.Single(identity => identity.ExternalId == user.Id);
    }

    private Exchange Entry(Identity from, Identity to, int weeksAgo) => new()
    {
        Id = NewId(),
        OrganisationId = from.OrganisationId,
        ActId = NewId(),
        Kind = ExchangeKind.Help,
        FromPersonId = from.PersonId,
        ToPersonId = to.PersonId,
        Note = "",
        Values = [],
        Visibility = Visibility.Public,
        OccurredAt = Time.GetUtcNow().AddDays(-7 * weeksAgo),
        RecordedAt = Time.GetUtcNow(),
        Source = "test",
    };

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());
}
