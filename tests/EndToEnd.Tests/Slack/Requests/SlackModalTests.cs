using System.Net;
using RelateBot.Domain.Exchanges;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackModalTests : SlackBotFixture
{
    [Fact]
    public async Task A_command_without_words_opens_the_form_and_the_form_gives_thanks()
    {
        var reply = await ThanksAsync("");
        Assert.Null(reply.Message);
        var form = Workspace.Views.OpenFor(Mark)!;

        await Slack.SubmitViewAsync(
            Mark,
            form,
            new SlackViewState()
                .Users("people", Sue, Raj)
                .Text("note", "the new laptop")
                .Text("values", "patience, craft")
                .Option("visibility", "Private"));

        Assert.Null(Workspace.Views.OpenFor(Mark));
        var ledger = await LedgerAsync();
        Assert.Equal(2, ledger.Count);
        Assert.All(
            ledger,
            exchange => Assert.Equal(
                ("the new laptop", Visibility.Private, 2),
                (exchange.Note, exchange.Visibility, exchange.Values.Length)));
        await Workspace.Messages.WaitForMessageAsync(Sue);
        await Workspace.Messages.WaitForMessageAsync(Raj);
        var answer = await Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Text.StartsWith("You thanked", StringComparison.Ordinal));
        Assert.Equal(General.Id, answer.ChannelId);
        Assert.Empty(Kudos.EverPosted);
    }

    [Fact]
    public async Task Faults_are_shown_on_their_inputs_and_the_corrected_form_goes_through()
    {
        await ThanksAsync("");
        var form = Workspace.Views.OpenFor(Mark)!;

        var nobody = await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Text("note", "the laptop"));
        var myself = await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Users("people", Mark));

        Assert.Contains("Who is it for", nobody.Errors["people"], StringComparison.Ordinal);
        Assert.Contains("yourself", myself.Errors["people"], StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
        await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Users("people", Sue).Text("note", "the laptop"));
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task An_answer_that_cannot_be_shown_where_the_form_was_opened_comes_as_a_direct_message()
    {
        var secret = Workspace.AddChannel("secret", isMember: false, isPrivate: true);
        await Slack.PostSlashCommandAsync(Mark, "/thanks", "", secret);

        await Slack.SubmitViewAsync(Mark, Workspace.Views.OpenFor(Mark)!, new SlackViewState().Users("people", Sue));

        Assert.StartsWith($"You thanked <@{Sue.Id}>", (await Workspace.Messages.WaitForMessageAsync(Mark)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_Slack_does_not_open_is_replaced_by_a_sentence()
    {
        StandIn.Faults.Next("views.open", SlackFault.Error("internal_error"));

        var reply = await ThanksAsync("");

        Assert.Contains("/thanks @sue", reply.Message!.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, reply.Message, "thanks.form");
        Assert.NotNull(await Workspace.Views.WaitForModalAsync(Mark));
    }

    [Fact]
    public async Task A_slow_Slack_does_not_hold_up_the_answer()
    {
        var (called, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        StandIn.Faults.Next("views.open", SlackFault.HoldAnswerUntil(released.Task), when: _ => called.TrySetResult());

        var asked = ThanksAsync("");
        await called.Task;
        Assert.False(asked.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Contains("/thanks @sue", (await asked).Message!.Everything, StringComparison.Ordinal);
        released.SetResult();
    }

    [Fact]
    public async Task A_form_that_does_not_open_after_a_tap_is_explained_to_the_person_who_tapped()
    {
        await ThanksAsync($"{Sue.Mention} for the laptop");
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        StandIn.Faults.Next("views.open", SlackFault.Status(503));

        await Slack.ClickAsync(Sue, told, "thanks.sayback");

        var explained = await Workspace.Messages.WaitForEphemeralAsync(Sue);
        Assert.Contains("could not open the form", explained.Text, StringComparison.Ordinal);
        await Slack.ClickAsync(Sue, explained, "thanks.sayback");
        Assert.NotNull(await Workspace.Views.WaitForModalAsync(Sue));
    }

    [Fact]
    public async Task Shortcuts_open_the_form_and_whatever_is_unknown_is_acknowledged()
    {
        Assert.Equal(HttpStatusCode.OK, (await Slack.PostShortcutAsync(Mark, "say_thanks")).Status);
        var form = Workspace.Views.OpenFor(Mark)!;
        Assert.Equal(HttpStatusCode.OK, (await Slack.CloseViewAsync(Mark, form)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Slack.PostShortcutAsync(Mark, "something_else")).Status);
        Assert.Empty(await LedgerAsync());
    }
}
