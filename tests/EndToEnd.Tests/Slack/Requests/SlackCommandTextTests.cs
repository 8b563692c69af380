using RelateBot.Domain.Exchanges;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackCommandTextTests : SlackBotFixture
{
    /// <summary>Slack's setting "escape channels, users and links" is off where the app was made by hand.</summary>
    [Theory]
    [InlineData("@sue for the laptop")]
    [InlineData("@Sue Miller for the laptop")]
    [InlineData("@SUE for the laptop")]
    [InlineData("{mention} for the laptop")]
    [InlineData("<@{id}> for the laptop")]
    public async Task People_are_found_whether_Slack_escapes_mentions_or_not(string text)
    {
        await KnowSueAsync();

        await ThanksAsync(
            text.Replace("{mention}", Sue.Mention, StringComparison.Ordinal).Replace("{id}", Sue.Id, StringComparison.Ordinal));

        var given = (await LedgerAsync())[^1];
        Assert.Equal("the laptop", given.Note);
        Assert.Equal((await PeopleAsync()).Single(person => person.Name == "Sue Miller").Id, given.ToPersonId);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_asked_about_and_nothing_is_recorded()
    {
        var reply = await ThanksAsync("@nobody for the laptop");

        Assert.Contains("I know nobody called nobody", reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("  HELP me")]
    public async Task Relate_shows_what_there_is(string text)
    {
        var help = (await Slack.PostSlashCommandAsync(Mark, "/relate", text, General)).Message!;

        Assert.Contains("/thanks @sue", help.Everything, StringComparison.Ordinal);
        Assert.Contains("Thank for this", help.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_after_relate_that_means_nothing_gets_a_kind_hint()
    {
        var hint = (await Slack.PostSlashCommandAsync(Mark, "/relate", "horoscope please", General)).Message!;

        Assert.Contains("I do not know “horoscope”", hint.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, hint, "guide.help");
        await Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Everything.Contains("/thanks @sue", StringComparison.Ordinal) && message.Ts != hint.Ts);
    }

    [Fact]
    public async Task In_direct_messages_the_same_words_work()
    {
        await KnowSueAsync();

        await Slack.SayAsync(Mark, Workspace.DirectMessage(Mark), "kudos @sue for the talk");
        await Slack.SayAsync(Mark, Workspace.DirectMessage(Mark), "relate help");

        Assert.Equal(ExchangeKind.Kudos, (await LedgerAsync())[^1].Kind);
        await Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("/thanks privately", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("`thanks {sue}`")]
    [InlineData("```\nthanks {sue}\n```")]
    [InlineData("&gt; thanks {sue} for the laptop")]
    public async Task Code_and_quotes_give_no_command(string text)
    {
        await Slack.SayAsync(Mark, Workspace.DirectMessage(Mark), text.Replace("{sue}", $"<@{Sue.Id}>", StringComparison.Ordinal));

        Assert.Empty(await LedgerAsync());
        Assert.Contains("understand", (await Workspace.Messages.WaitForMessageAsync(Mark)).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_in_a_note_is_a_word_of_it()
    {
        await ThanksAsync($"{Sue.Mention} for order in <#{General.Id}|>");

        var given = Assert.Single(await LedgerAsync());
        Assert.Equal($"order in #{General.Id}", given.Note);
        Assert.Empty(given.Values);
    }

    [Theory]
    [InlineData("/thanks", "private {0} for the talk", Visibility.Private)]
    [InlineData("/kudos", "{0} for the talk, just between us", Visibility.Private)]
    [InlineData("/thanks", "{0} for keeping my private data safe", null)]
    public async Task Words_of_privacy_are_private_or_asked_about(string command, string text, Visibility? visibility)
    {
        var reply = await Slack.PostSlashCommandAsync(Mark, command, string.Format(null, text, Sue.Mention), General);

        if (visibility is null)
        {
            Assert.Contains("Private or public?", reply.Message!.Everything, StringComparison.Ordinal);
            Assert.Empty(await LedgerAsync());
            await Slack.ClickAsync(Mark, reply.Message, "thanks.visibility");
        }

        Assert.Equal(Visibility.Private, Assert.Single(await LedgerAsync()).Visibility);
        Assert.Empty(Kudos.EverPosted);
    }

    [Fact]
    public async Task An_ask_with_words_of_privacy_is_asked_about_first()
    {
        var reply = await Slack.PostSlashCommandAsync(Mark, "/ask", "who can look at my private keys?", General);

        Assert.Contains("Private or public?", reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.Asks));
        await Slack.ClickAsync(Mark, reply.Message, "ask.visibility");
        Assert.False(Assert.Single(await QueryAsync(context => context.Asks)).IsPublic);
    }

    [Fact]
    public async Task A_name_without_its_sign_takes_one_tap()
    {
        await KnowSueAsync();

        var reply = await ThanksAsync("sue for the laptop");
        Assert.Contains("Do you mean Sue Miller", reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Single(await LedgerAsync());
        await Slack.ClickAsync(Mark, reply.Message, "thanks.choose");

        Assert.Equal("the laptop", (await LedgerAsync())[^1].Note);
    }

    [Fact]
    public async Task Thanks_without_a_reason_are_asked_what_for_and_can_go_without_words()
    {
        var reply = await ThanksAsync(Sue.Mention);
        Assert.Contains("What is it for?", reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());

        await Slack.ClickAsync(Mark, reply.Message, "thanks.wordless#1");

        Assert.Equal("", Assert.Single(await LedgerAsync()).Note);
    }

    [Fact]
    public async Task The_reason_can_be_given_in_a_form()
    {
        var reply = await ThanksAsync(Sue.Mention);
        await Slack.ClickAsync(Mark, reply.Message!, "thanks.words");

        await Slack.SubmitViewAsync(
            Mark, await Workspace.Views.WaitForModalAsync(Mark), new SlackViewState().Text("note", "for the laptop #craft"));

        var given = Assert.Single(await LedgerAsync());
        Assert.Equal(("the laptop #craft", "craft"), (given.Note, Assert.Single(given.Values)));
    }

    [Fact]
    public async Task A_space_that_was_copied_is_a_space()
    {
        var reply = await Slack.PostSlashCommandAsync(Mark, "/relate", $"with\u00A0{Sue.Mention}", General);

        Assert.DoesNotContain("I do not know", reply.Message!.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I asked {bot} thanks {sue}")]
    [InlineData("thanks {sue}\nSent using {bot}")]
    [InlineData("`{bot}` thanks {sue}")]
    [InlineData("&gt; {bot} thanks {sue}")]
    public async Task A_mention_that_is_no_address_triggers_nothing(string text)
    {
        await Slack.SayAsync(
            Mark,
            General,
            text
                .Replace("{bot}", $"<@{Workspace.Bot.Id}>", StringComparison.Ordinal)
                .Replace("{sue}", $"<@{Sue.Id}>", StringComparison.Ordinal));

        Assert.Empty(await LedgerAsync());
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task Those_mentioned_in_code_or_by_an_assistant_that_signs_are_not_thanked()
    {
        await Slack.SayAsync(
            Mark,
            Workspace.DirectMessage(Mark),
            $"thanks for the script `<@{Raj.Id}> #define` <@{Sue.Id}>\nSent using <@{Workspace.Bot.Id}>");

        var given = Assert.Single(await LedgerAsync());
        Assert.Empty(given.Values);
        Assert.NotEmpty(
            await QueryAsync(context =>
                context.Identities.Where(identity => identity.ExternalId == Sue.Id && identity.PersonId == given.ToPersonId)));
    }

    [Fact]
    public async Task A_stranger_is_told_whom_the_bot_looks_after_and_leaves_no_trace()
    {
        var shared = Workspace.AddChannel("with-partners", isShared: true);
        var eve = Workspace.AddUser("eve", u => u with { TeamId = "T0PARTNER", IsStranger = true });

        await Slack.SayAsync(eve, shared, $"<@{Workspace.Bot.Id}> thanks <@{Sue.Id}> for the help");

        var answer = await Workspace.Messages.WaitForEphemeralAsync(eve);
        Assert.Contains("I look after the people of the organisation", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task A_colleague_in_a_shared_channel_is_served_as_always()
    {
        var shared = Workspace.AddChannel("with-partners", isShared: true);

        await Slack.SayAsync(Mark, shared, $"<@{Workspace.Bot.Id}> thanks <@{Sue.Id}> for the help");

        Assert.Single(await LedgerAsync());
    }

    /// <summary>Typed names are looked up among the people who were met.</summary>
    private async Task KnowSueAsync()
    {
        await ThanksAsync($"{Sue.Mention} for listening");
        await WaitForRowsAsync(context => context.People.Where(person => person.Name == "Sue Miller"), people => people.Count == 1);
        Time.Advance(TimeSpan.FromSeconds(1));
    }
}
