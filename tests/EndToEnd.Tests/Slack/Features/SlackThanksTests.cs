using System.Net;
using RelateBot.Domain.Exchanges;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

public sealed class SlackThanksTests : SlackBotFixture
{
    [Fact]
    public async Task Thanks_are_answered_recorded_told_and_posted()
    {
        var reply = await ThanksAsync($"{Sue.Mention} {Raj.Mention} for the new laptop #patience");

        Assert.Equal(Mark.Id, reply.Message!.EphemeralTo);
        Assert.Contains("You thanked", reply.Message.Everything, StringComparison.Ordinal);
        Assert.Contains(Sue.Id, reply.Body, StringComparison.Ordinal);
        var ledger = await LedgerAsync();
        Assert.Equal(2, ledger.Count);
        Assert.All(
            ledger,
            exchange => Assert.Equal(("the new laptop", "patience", "slack"), (exchange.Note, exchange.Values[0], exchange.Source)));
        foreach (var receiver in (SlackUser[])[Sue, Raj])
        {
            var told = await Workspace.Messages.WaitForMessageAsync(receiver);
            Assert.Contains("the new laptop", told.Everything, StringComparison.Ordinal);
            Assert.Contains("Say something back", told.Everything, StringComparison.Ordinal);
        }

        var posted = await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
        Assert.Contains("the new laptop", posted.Everything, StringComparison.Ordinal);
        Assert.Single(Kudos.EverPosted);
    }

    [Fact]
    public async Task Kudos_say_kudos()
    {
        var reply = await Slack.PostSlashCommandAsync(Mark, "/kudos", $"{Sue.Mention} the calm in that meeting", General);

        Assert.StartsWith("Kudos to", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("gives you kudos", (await Workspace.Messages.WaitForMessageAsync(Sue)).Text, StringComparison.Ordinal);
        Assert.Equal(ExchangeKind.Kudos, Assert.Single(await LedgerAsync()).Kind);
    }

    [Theory]
    [InlineData("--private {0} for listening")]
    [InlineData("privately {0} for listening")]
    public async Task Private_thanks_go_nowhere_else(string text)
    {
        await ThanksAsync(text.Replace("{0}", Sue.Mention, StringComparison.Ordinal));

        await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.All(await OutboxAsync(), message => Assert.Equal("thanks.received", message.Purpose));
        Assert.Empty(Kudos.EverPosted);
    }

    [Fact]
    public async Task A_user_group_becomes_a_department_that_can_be_thanked_in_public_before_its_people_are_known()
    {
        var it = Workspace.AddUserGroup("it", Sue, Raj);

        var inPrivate = await ThanksAsync($"privately <!subteam^{it.Id}|@it> for the repair");
        Assert.Contains("anybody else in it", inPrivate.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());

        var inPublic = await ThanksAsync($"<!subteam^{it.Id}|@it> for the repair");
        Assert.Contains("I don't know who belongs to it yet", inPublic.Message!.Everything, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await LedgerAsync()).ToPersonId);
        await Workspace.Messages.WaitForMessageAsync(
            Kudos.Id,
            message => message.Everything.Contains("the repair", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_in_any_script_with_lines_and_emoji_arrives_as_it_was_written()
    {
        const string Note = "谢谢, شكرا, Größe 👩‍💻 :tada:\n\nand 1 < 2 & 3 > 2";
        await ThanksAsync(
            $"{Sue.Mention} for {Note
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)}");

        Assert.Equal(Note, Assert.Single(await LedgerAsync()).Note);
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Contains("\n\nand 1 < 2 & 3 > 2", told.Everything, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"tada\"", told.Blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_thousand_characters_fit_and_Slack_takes_the_messages()
    {
        await ThanksAsync($"{Sue.Mention} {new string('x', 3000)}");

        Assert.Equal(3000, Assert.Single(await LedgerAsync()).Note.Length);
        await Workspace.Messages.WaitForMessageAsync(Sue);
        await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
    }

    [Theory]
    [InlineData("for the laptop", "Who is it for?")]
    [InlineData("{mark} for everything", "yourself only")]
    [InlineData("{bot} for everything", "is a program")]
    [InlineData("@nobody for everything", "I know nobody called nobody")]
    [InlineData("{sue} {long}", "3,000 fit")]
    [InlineData("{twenty-one} for it", "20 fit")]
    public async Task Refusals_are_sentences_and_record_nothing(string text, string expected)
    {
        var many = string.Join(' ', Enumerable.Range(0, 21).Select(n => Workspace.AddUser($"user{n}").Mention));
        var reply = await ThanksAsync(text
            .Replace("{mark}", Mark.Mention, StringComparison.Ordinal).Replace("{sue}", Sue.Mention, StringComparison.Ordinal)
            .Replace("{bot}", Workspace.Bot.Mention, StringComparison.Ordinal)
            .Replace("{long}", new string('x', 3001), StringComparison.Ordinal)
            .Replace("{twenty-one}", many, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains(expected, reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task A_deactivated_colleague_is_refused_and_the_others_can_be_thanked()
    {
        var ana = Workspace.AddUser("ana", u => u with { RealName = "Ana Lima" });
        await ThanksAsync($"{ana.Mention} for the first thing");
        await Workspace.Messages.WaitForMessageAsync(ana);
        Workspace.Put(ana with { Deleted = true });
        var bob = Workspace.AddUser("bob", u => u with { Deleted = true });
        var atFirst = await ThanksAsync($"{bob.Mention} for nothing yet");
        Assert.Contains("Bob no longer has an account", atFirst.Message!.Everything, StringComparison.Ordinal);

        var refused = await ThanksAsync($"{bob.Mention} {Sue.Mention} @nobody for the second thing");
        Assert.Contains("Bob no longer has an account", refused.Message!.Everything, StringComparison.Ordinal);
        Assert.Contains("nobody called nobody", refused.Message.Everything, StringComparison.Ordinal);
        Assert.Single(await LedgerAsync());
        await Slack.ClickAsync(Mark, refused.Message, "thanks.others");

        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Contains("the second thing", told.Everything, StringComparison.Ordinal);
        var answer = await Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Text.StartsWith($"You thanked <@{Sue.Id}>", StringComparison.Ordinal) && message.Ts == refused.Message.Ts);
        Assert.Contains("Undo", answer.Everything, StringComparison.Ordinal);
        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task More_than_thirty_in_an_hour_are_too_many()
    {
        var many = string.Join(' ', Enumerable.Range(0, 15).Select(n => Workspace.AddUser($"user{n}").Mention));
        await ThanksAsync($"{many} for one thing");
        await ThanksAsync($"{many} for another");

        var refused = await ThanksAsync($"{Sue.Mention} for a third");

        Assert.Contains("30 is the limit", refused.Message!.Everything, StringComparison.Ordinal);
        Assert.Equal(30, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task An_ambiguous_name_is_asked_back_and_a_tap_answers_it()
    {
        var miller = Workspace.AddUser("samm", u => u with { RealName = "Sam Miller" });
        var brown = Workspace.AddUser("samb", u => u with { RealName = "Sam Brown" });
        await Slack.PostSlashCommandAsync(miller, "/relate", channel: General);
        await Slack.PostSlashCommandAsync(brown, "/relate", channel: General);
        await WaitForRowsAsync(
            context => context.People,
            people => people.Count(person => person.Name.StartsWith("Sam ", StringComparison.Ordinal)) == 2);

        var asked = await ThanksAsync("@sam for the map");
        Assert.Contains("Which @sam do you mean", asked.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
        await Slack.ClickAsync(Mark, asked.Message, "thanks.choose#1");

        Assert.Contains("the map", (await Workspace.Messages.WaitForMessageAsync(miller)).Everything, StringComparison.Ordinal);
        Assert.Empty(Workspace.MessagesTo(brown));
    }

    [Fact]
    public async Task Undo_takes_the_messages_back_and_corrects_the_ledger()
    {
        var given = await ThanksAsync($"{Sue.Mention} for the laptop");
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        var posted = await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
        await WaitForRowsAsync(context => context.Outbox, messages => messages.TrueForAll(message => message.SettledAt is not null));

        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");

        await Workspace.Messages.WaitForDeletionAsync(told);
        await Workspace.Messages.WaitForDeletionAsync(posted);
        var answer = await Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Text.StartsWith("Taken back", StringComparison.Ordinal));
        Assert.Equal(given.Message!.Ts, answer.Ts);
        var ledger = await LedgerAsync();
        Assert.Equal(2, ledger.Count);
        var correction = Assert.Single(ledger, exchange => exchange.CorrectsId is not null);
        Assert.Equal(ledger.First(exchange => exchange != correction).Id, correction.CorrectsId);
    }

    [Fact]
    public async Task Undo_after_ten_minutes_is_refused_by_a_sentence()
    {
        var given = await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
        Time.Advance(TimeSpan.FromMinutes(11));

        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");

        await Workspace.Messages.WaitForEphemeralAsync(Mark, message => message.Text.Contains("ten minutes", StringComparison.Ordinal));
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task A_plus_one_is_seen_by_the_receiver_and_in_the_channel()
    {
        await ThanksAsync($"{Sue.Mention} for the laptop");
        var posted = await Workspace.Messages.WaitForMessageAsync(Kudos.Id);

        await Slack.ClickAsync(Raj, posted, "thanks.second");

        bool Names(SlackMessage message) => message.Everything.Contains($"+1 <@{Raj.Id}>", StringComparison.Ordinal);
        await Workspace.Messages.WaitForMessageAsync(Sue, Names);
        await Workspace.Messages.WaitForMessageAsync(Kudos.Id, Names);
        await Slack.ClickAsync(Raj, posted, "thanks.second");
        await Workspace.Messages.WaitForEphemeralAsync(Raj, message => message.Text.Contains("counted already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_said_back_reaches_the_giver()
    {
        await ThanksAsync($"{Sue.Mention} for the laptop");
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        await Slack.ClickAsync(Sue, told, "thanks.sayback");
        var form = await Workspace.Views.WaitForModalAsync(Sue);

        await Slack.SubmitViewAsync(Sue, form, new SlackViewState().Text("note", "any time, <@U0000000BOSS>"));

        Assert.Null(Workspace.Views.OpenFor(Sue));
        Assert.Contains(
            "any time, <@U0000000BOSS>",
            (await Workspace.Messages.WaitForMessageAsync(Mark)).Everything,
            StringComparison.Ordinal);
        await Workspace.Messages.WaitForEphemeralAsync(Sue, message => message.Text.Contains("passed that on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_and_commands_unknown_here_are_answered_kindly()
    {
        Assert.Contains(
            "Say thanks",
            (await Slack.PostSlashCommandAsync(Mark, "/relate", "", General)).Message!.Everything,
            StringComparison.Ordinal);
        Assert.Contains(
            "did not understand",
            (await Slack.PostSlashCommandAsync(Mark, "/unheard-of", "", General)).Message!.Everything,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_cannot_mention_anybody_or_link_anywhere()
    {
        await ThanksAsync($"{Sue.Mention} for &lt;!channel&gt; &lt;@{Raj.Id}&gt; &lt;https://evil.example|your payslip&gt; *bold*");

        foreach (var message in (SlackMessage[])[
            await Workspace.Messages.WaitForMessageAsync(Sue),
            await Workspace.Messages.WaitForMessageAsync(Kudos.Id)
        ])
        {
            Assert.DoesNotMatch($"<(?!@{Mark.Id}>|@{Sue.Id}>)", message.Text);
            Assert.Contains("<!channel>", message.Everything, StringComparison.Ordinal);
            var types = message.Blocks.GetRawText();
            Assert.DoesNotContain("\"link\"", types, StringComparison.Ordinal);
            Assert.DoesNotContain("\"broadcast\"", types, StringComparison.Ordinal);
            Assert.DoesNotContain($"\"user_id\":\"{Raj.Id}\"", types, StringComparison.Ordinal);
            Assert.DoesNotContain("\"mrkdwn\"", types, StringComparison.Ordinal);
        }
    }
}
