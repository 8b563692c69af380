using System.Net;
using System.Text;
using System.Text.Json;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackShortcutTests : SlackBotFixture
{
    [Fact]
    public async Task Thanking_for_a_message_fills_in_its_author_and_tells_them_which_one()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");

        await Slack.PostMessageShortcutAsync(Mark, ready, "thank_for_this");
        var form = Workspace.Views.OpenFor(Mark)!;
        Assert.Contains("The laptop is ready", form.Sent.GetRawText(), StringComparison.Ordinal);
        await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Text("note", "the quick work"));

        var given = Assert.Single(await LedgerAsync());
        Assert.Equal(
            ("the quick work", $"https://acme.slack.com/archives/{General.Id}/p{ready.Ts.Replace(".", "", StringComparison.Ordinal)}"),
            (given.Note, given.Link));
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Contains(given.Link!, told.Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("thanks you", told.Everything, StringComparison.Ordinal);
        var posted = await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
        Assert.DoesNotContain("archives", posted.Blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_stays_when_the_message_is_changed()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");
        await Slack.PostMessageShortcutAsync(Mark, ready, "thank_for_this");
        await Slack.SubmitViewAsync(Mark, Workspace.Views.OpenFor(Mark)!);
        await Workspace.Messages.WaitForMessageAsync(Sue);

        await Slack.ClickAsync(Raj, await Workspace.Messages.WaitForMessageAsync(Kudos.Id), "thanks.second");

        var seconded = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Sue, message => message.EditedTs is not null));
        Assert.Contains("archives", seconded.Blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_address_Slack_does_not_tell_can_be_thanked_for_as_well()
    {
        var secret = Workspace.AddChannel("secret", isMember: false, isPrivate: true);
        var said = Workspace.Messages.Say(Sue, secret, "The laptop is ready");

        await Slack.PostMessageShortcutAsync(Mark, said, "thank_for_this");
        await Slack.SubmitViewAsync(Mark, Workspace.Views.OpenFor(Mark)!);

        Assert.Null(Assert.Single(await LedgerAsync()).Link);
        Assert.Contains("thanks you.", (await Workspace.Messages.WaitForMessageAsync(Sue)).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_answer_about_the_address_is_not_waited_for()
    {
        var (called, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        StandIn.Faults.Next("chat.getPermalink", SlackFault.HoldAnswerUntil(released.Task), when: _ => called.TrySetResult());

        var asked = Slack.PostMessageShortcutAsync(Mark, Workspace.Messages.Say(Sue, General, "ready"), "thank_for_this");
        await called.Task;
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await asked).Status);
        Assert.NotNull(Workspace.Views.OpenFor(Mark));
        released.SetResult();
    }

    [Fact]
    public async Task Ones_own_message_is_not_thanked_for_and_the_person_is_told()
    {
        await Slack.PostMessageShortcutAsync(Mark, Workspace.Messages.Say(Mark, General, "I did it"), "thank_for_this");

        await ExpectRefusalAsync("your own");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_programs_message_is_not_thanked_for_and_the_person_is_told(bool hasUser)
    {
        var deploy = hasUser ? Workspace.AddUser("deploy", u => u with { IsBot = true }) : null;

        await Slack.PostMessageShortcutAsync(Mark, Workspace.Messages.SayAsProgram(deploy, General, "Deployed"), "thank_for_this");

        await ExpectRefusalAsync("A program wrote");
    }

    [Fact]
    public async Task A_strangers_message_is_not_thanked_for_and_the_person_is_told()
    {
        var shared = Workspace.AddChannel("with-partners", isShared: true);
        var eve = Workspace.AddUser("eve", u => u with { TeamId = "T0PARTNER", IsStranger = true });

        await Slack.PostMessageShortcutAsync(Mark, Workspace.Messages.Say(eve, shared, "Here you are"), "thank_for_this");

        await ExpectRefusalAsync("another organisation");
    }

    [Fact]
    public async Task A_trigger_that_is_over_leaves_a_sentence_and_a_button()
    {
        StandIn.Faults.Next("views.open", SlackFault.Error("expired_trigger_id"));

        await Slack.PostMessageShortcutAsync(Mark, Workspace.Messages.Say(Sue, General, "ready"), "thank_for_this");

        Assert.Contains("could not open the form", (await Workspace.Messages.WaitForEphemeralAsync(Mark)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_whose_private_data_were_changed_or_are_somebody_elses_is_refused()
    {
        await ThanksAsync("");
        await ThanksAsync("", Raj);
        var (marks, rajs) = (Workspace.Views.OpenFor(Mark)!, Workspace.Views.OpenFor(Raj)!);

        foreach (var metadata in new[]
        {
            rajs.PrivateMetadata,
            marks.PrivateMetadata.Replace("Thanks", "Kudos", StringComparison.Ordinal),
            "",
            "{}"
        })
        {
            var payload = Uri.EscapeDataString($$$"""
                {"type":"view_submission","team":{"id":"{{{Workspace.Id}}}"},"user":{"id":"{{{Mark.Id}}}","name":"mark"},"trigger_id":"{{{Workspace.MintTrigger(Mark)}}}",
                 "view":{"id":"{{{marks.Id}}}","type":"modal","callback_id":"thanks.give","private_metadata":{{{JsonSerializer.Serialize(
                     metadata)}}},
                 "state":{"values":{"people":{"answer":{"type":"multi_users_select","selected_users":["{{{Sue.Id}}}"]}} } } } }
                """);
            var reply = await Slack.SendAsync(
                "/slack/interactions",
                "application/x-www-form-urlencoded",
                Encoding.ASCII.GetBytes($"payload={payload}"));

            Assert.Equal("errors", reply.ResponseAction);
            Assert.Contains("open it again", reply.Json.GetProperty("errors").GetProperty("people").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(await LedgerAsync());
        await Slack.SubmitViewAsync(Mark, marks, new SlackViewState().Users("people", Sue));
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task A_form_that_was_open_for_longer_than_a_day_is_opened_again()
    {
        await ThanksAsync("");
        Time.Advance(TimeSpan.FromHours(25));

        var reply = await Slack.SubmitViewAsync(Mark, Workspace.Views.OpenFor(Mark)!, new SlackViewState().Users("people", Sue));

        Assert.Contains("open for too long", Assert.Single(reply.Errors.Values), StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
    }

    private async Task ExpectRefusalAsync(string words)
    {
        await Workspace.Messages.WaitForEphemeralAsync(Mark, message => message.Text.Contains(words, StringComparison.Ordinal));
        Assert.Null(Workspace.Views.OpenFor(Mark));
        Assert.Empty(await LedgerAsync());
    }
}
