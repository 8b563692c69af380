using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;
using RelateBot.EndToEnd.Tests.Playground;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>The focus list: people whom Mark would like to know better.</summary>
public sealed class SlackFocusTests : SlackBotFixture
{
    private const string Secret = "ask about the garden";

    [Fact]
    public async Task Without_anybody_it_says_what_to_do() =>
        Assert.Contains("Choose up to five people", (await RelateAsync("five")).Everything, StringComparison.Ordinal);

    [Fact]
    public async Task One_sentence_takes_somebody_in_and_nobody_learns_of_it()
    {
        var added = (await RelateAsync($"five add {Sue.Mention} every week")).Everything;

        Assert.Contains("Sue Miller is one of your five now. They do not learn of it.", added, StringComparison.Ordinal);
        Assert.Contains("every week", added, StringComparison.Ordinal);
        Assert.Contains("Step 1 of 4: about the work", added, StringComparison.Ordinal);
        Assert.DoesNotContain(Sue.Id, added, StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync());
        Assert.Contains("Choose up to five people", (await RelateAsync("five", Sue)).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_either_way_begin_the_time_anew_and_having_talked_goes_one_step_deeper_once()
    {
        await RelateAsync($"five add {Sue.Mention} weekly");
        Time.Advance(TimeSpan.FromDays(8));
        Assert.Contains("No contact noted yet. Now is a good time.", (await RelateAsync("five")).Everything, StringComparison.Ordinal);

        await ThanksAsync($"{Mark.Mention} for the figures", by: Sue);
        await WaitForRowsAsync(context => context.FocusPeople, rows => rows is [{ ExchangedAt: not null }], clockRuns: true);
        Assert.Contains(
            "Last in touch on 26 November 2026. Next by 3 December 2026.",
            (await RelateAsync("five")).Everything,
            StringComparison.Ordinal);

        var page = await RelateAsync($"five {Sue.Mention}");
        Assert.Contains(" thanked you, “the figures”", page.Everything, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(Slack.ClickAsync(Mark, page, "five.talked"), Slack.ClickAsync(Mark, page, "five.talked"));
        await AnsweredAsync("For the next time");

        var entry = Assert.Single(await QueryAsync(context => context.FocusPeople));
        Assert.Equal((2, 1), (entry.Step, entry.Turn));
        Assert.Contains("Step 2 of 4", (await RelateAsync($"five {Sue.Mention}")).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_opener_is_as_deep_and_another_one()
    {
        var added = await RelateAsync($"five add {Sue.Mention}");

        await Slack.ClickAsync(Mark, added, "five.another#1");

        var other = await RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => !message.Everything.Contains(OpenerIn(added), StringComparison.Ordinal)));
        Assert.Contains("Step 1 of 4", other.Everything, StringComparison.Ordinal);
        Assert.Contains(OpenerIn(other), (await RelateAsync($"five {Sue.Mention}")).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_shown_to_its_writer_and_lies_nowhere_in_the_clear()
    {
        await RelateAsync($"five add {Sue.Mention}");
        var page = await RelateAsync($"five {Sue.Mention}");
        await WriteNoteAsync(page, Secret);
        await AnsweredAsync(Secret);

        var shown = await RelateAsync($"five {Sue.Mention}");
        Assert.Contains(Secret, shown.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, shown, "five.another#1");
        await WaitForRowsAsync(
            context => context.Outbox,
            rows => rows.Count == 2 && rows.TrueForAll(row => row.SettledAt is not null),
            clockRuns: true);
        await Slack.OpenHomeAsync(Mark);

        Assert.Contains(Secret, Words(Workspace.Views.HomeOf(Mark)!), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await DatabaseFileAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Logs.Text(), StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, shown, "five.edit#2");
        Assert.Contains(
            Secret,
            (await Workspace.Views.WaitForModalAsync(Mark, view => !view.Closed)).Sent.GetRawText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_taken_out_takes_the_note_along()
    {
        await RelateAsync($"five add {Sue.Mention}");
        await WriteNoteAsync(await RelateAsync($"five {Sue.Mention}"), Secret);

        var removed = await RelateAsync($"five remove {Sue.Mention}");

        Assert.Contains("no longer one of your five. Nothing of it is kept", removed.Everything, StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.FocusPeople));
    }

    [Fact]
    public async Task A_sixth_is_refused_kindly_by_words_and_at_the_form()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await RelateAsync($"five add {Workspace.AddUser($"colleague{number}").Mention}");
        }

        Assert.Contains("Take one out first", (await RelateAsync($"five add {Sue.Mention}")).Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("five.add", (await RelateAsync("five")).Everything, StringComparison.Ordinal);
        Assert.Equal(5, (await QueryAsync(context => context.FocusPeople)).Count);
    }

    [Theory]
    [InlineData("five add", "Name one person")]
    [InlineData("five add {mark}", "You have known yourself")]
    [InlineData("five add @nobody", "I know nobody called nobody")]
    [InlineData("five add {sue} {raj}", "Name one person")]
    [InlineData("five add {sue} when it fits", "weekly, fortnightly, monthly or quarterly")]
    [InlineData("five remove {sue}", "Sue Miller is not one of your five")]
    [InlineData("five {raj}", "Raj Patel is not one of your five")]
    public async Task Refusals_are_sentences_and_change_nothing(string text, string expected)
    {
        var words = text
            .Replace("{mark}", Mark.Mention, StringComparison.Ordinal)
            .Replace("{sue}", Sue.Mention, StringComparison.Ordinal)
            .Replace("{raj}", Raj.Mention, StringComparison.Ordinal);

        Assert.Contains(expected, (await RelateAsync(words)).Everything, StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.FocusPeople));
    }

    [Fact]
    public async Task Somebody_elses_button_does_nothing()
    {
        await RelateAsync($"five add {Sue.Mention}");
        var page = await RelateAsync($"five {Sue.Mention}");

        await Slack.ClickAsync(Raj, page, "five.remove#3");

        await WaitForRowsAsync(
            context => context.Outbox,
            rows => rows is [{ SettledAt: not null, Content: { } said }] && said.Contains("not among your five", StringComparison.Ordinal),
            clockRuns: true);
        Assert.Single(await QueryAsync(context => context.FocusPeople));
    }

    [Fact]
    public async Task Somebody_who_leaves_is_said_to_have_and_is_due_no_more()
    {
        await RelateAsync($"five add {Sue.Mention} weekly");
        await WaitForRowsAsync(
            context => context.Identities,
            rows => rows.Count > 1 && rows.TrueForAll(identity => !identity.NeedsProfile),
            clockRuns: true);

        // Slack says the same, so that a look-up that is still under way agrees.
        Workspace.Put(Sue with { Deleted = true });
        await ChangeAsync(async context =>
            (await context.People.FirstAsync(person =>
                context.Identities.Any(identity => identity.PersonId == person.Id && identity.ExternalId == Sue.Id))).IsActive = false);
        Time.Advance(TimeSpan.FromDays(30));

        var page = (await RelateAsync("five")).Everything;

        Assert.Contains("No longer here. You can take them out", page, StringComparison.Ordinal);
        Assert.Empty(await DueAsync());
        Assert.Contains(
            "no longer one of your five",
            (await RelateAsync($"five remove {Sue.Mention}")).Everything,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_chooses_talks_and_follows()
    {
        await Slack.OpenHomeAsync(Mark);
        await Slack.ClickAsync(Mark, Workspace.Views.HomeOf(Mark)!, "five.add");
        await Slack.SubmitViewAsync(
            Mark,
            await Workspace.Views.WaitForModalAsync(Mark),
            new SlackViewState().Users("person", Sue).Option("cadence", "Weekly").Text("note", Secret));
        var home = await HomeAsync("Step 1 of 4");
        Assert.Contains(Secret, Words(home), StringComparison.Ordinal);

        await Slack.ClickAsync(Mark, home, "five.talked");
        await HomeAsync("Step 2 of 4");
        await ThanksAsync($"{Mark.Mention} for the figures", by: Sue);
        await WaitForRowsAsync(context => context.FocusPeople, rows => rows is [{ ExchangedAt: not null }], clockRuns: true);

        await Slack.OpenHomeAsync(Sue);
        Assert.DoesNotContain("Mark Weber, every", Words(Workspace.Views.HomeOf(Sue)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_another_platform_the_same_person_has_the_same_five()
    {
        await RelateAsync($"five add {Sue.Mention} weekly");
        await ChangeAsync(async context =>
        {
            var (mark, there) = (
                await context.People.FirstAsync(person =>
                    context.Identities.Any(identity => identity.PersonId == person.Id && identity.ExternalId == Mark.Id)),
                await context.Workspaces.FirstAsync(workspace => workspace.Platform == "playground"));
            context.Identities.Add(new Identity
            {
                Id = Guid.CreateVersion7(Time.GetUtcNow()),
                OrganisationId = mark.OrganisationId,
                WorkspaceId = there.Id,
                PersonId = mark.Id,
                ExternalId = "mark"
            });
        });
        var playground = new PlaygroundUnderTest(Bot);
        await using var page = await playground.OpenAsync("mark");

        await playground.SayAsync("mark", "@mark", "/relate five");

        Assert.Contains(
            "every week",
            (await page.MessageAsync(message => message["author"] is null)).ToJsonString(),
            StringComparison.Ordinal);
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Playground:Enabled"] = "true" };

    private async Task<SlackMessage> RelateAsync(string text, SlackUser? by = null) =>
        (await Slack.PostSlashCommandAsync(by ?? Mark, "/relate", text, General)).Message!;

    private async Task WriteNoteAsync(SlackMessage page, string note)
    {
        await Slack.ClickAsync(Mark, page, "five.edit#2");
        await Slack.SubmitViewAsync(Mark, await Workspace.Views.WaitForModalAsync(Mark), new SlackViewState().Text("note", note));
        await WaitForRowsAsync(context => context.FocusPeople, rows => rows is [{ Note: not null }]);
    }

    private Task<SlackMessage> AnsweredAsync(string text) => RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
        Mark, message => message.Everything.Contains(text, StringComparison.Ordinal)));

    private Task<SlackView> HomeAsync(string text) =>
        RunClockUntilAsync(Workspace.Views.WaitForHomeAsync(Mark, view => Words(view).Contains(text, StringComparison.Ordinal)));

    private static string Words(SlackView view) => view.Blocks.GetRawText();

    private static string OpenerIn(SlackMessage message) =>
        message.Everything.Split('\n').Single(line => line.Contains("You could ask", StringComparison.Ordinal));

    private async Task<IReadOnlyList<DueFocusPerson>> DueAsync() => await Bot.InScopeAsync(
        (await PeopleAsync())[0].OrganisationId,
        services => services.GetRequiredService<IFocusStore>().DueAsync(Time.GetUtcNow(), after: null, limit: 10, CancellationToken.None));

    private async Task ChangeAsync(Func<RelateDbContext, Task> change) =>
        await Bot.InScopeAsync((await PeopleAsync())[0].OrganisationId, async services =>
    {
        await change(services.GetRequiredService<RelateDbContext>());
        await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });
}
