using System.Net;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

public sealed class TeamsThanksTests : TeamsBotFixture
{
    [Fact]
    public async Task A_thanks_in_a_channel_is_recorded_told_and_answered_for_the_givers_eyes_alone()
    {
        await Teams.InstallAsync(Mark, General);
        using var response = await Teams.SayAsync(
            Mark,
            General,
            "{bot}\u00a0thanks {Sue Miller} for the&nbsp;laptop &lt;3",
            thread: "1795315931447",
            mentions: Sue);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var exchange = Assert.Single(await LedgerAsync());
        Assert.Equal("the laptop <3", exchange.Note);
        Assert.Equal("teams", exchange.Source);
        var sue = await Tenant.WaitForMessageAsync(message => message.Conversation == $"a:1personal-{Sue.AadObjectId}");
        Assert.Contains("the laptop", sue.Everything, StringComparison.Ordinal);
        var post = await Tenant.WaitForMessageAsync(Kudos, "the laptop");
        Assert.StartsWith($"{Kudos.Id};messageid=", post.Conversation, StringComparison.Ordinal);
        var answer = await Tenant.WaitForMessageAsync(message => message.Conversation == $"{General.Id};messageid=1795315931447");
        Assert.Equal(Mark.Id, answer.OnlyFor);
        Assert.Contains("Undo", answer.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_personal_chat_a_typed_name_is_found()
    {
        await MeetAsync(Sue);
        await Teams.SayAsync(Mark, Personal, "thanks @Sue Miller for the laptop");

        var answer = await Tenant.WaitForMessageAsync(Personal, "Sue Miller");
        Assert.Null(answer.OnlyFor);
        Assert.Equal(
            2,
            (await LedgerAsync())
                .Select(exchange => exchange.FromPersonId)
                .Concat((await LedgerAsync()).Select(exchange => exchange.ToPersonId!.Value))
                .Distinct()
                .Count());
    }

    [Fact]
    public async Task A_name_between_at_tags_without_an_entity_is_words_and_no_mention()
    {
        await Teams.SayAsync(Mark, General, "{bot} thanks <at>Sue Miller</at> for the laptop");

        await Tenant.WaitForMessageAsync(message => message.OnlyFor == Mark.Id);
        Assert.Empty(await LedgerAsync());
        Assert.DoesNotContain(await QueryAsync(context => context.Identities), identity => identity.ExternalId == Sue.AadObjectId);
    }

    [Fact]
    public async Task Without_words_a_form_with_a_people_picker_comes_and_works()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Mark, Personal, "thanks");
        var form = await Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users");

        await Teams.SubmitAsync(
            Mark,
            form,
            "Send",
            inputs: [("people", $"{Sue.AadObjectId},{Raj.AadObjectId}"), ("note", "the laptop, quickly"), ("visibility", "Private")]);

        var done = await Tenant.WaitForMessageAsync(message => message.Id == form.Id && message.IsEdited);
        Assert.Contains("Sue Miller", done.Everything, StringComparison.Ordinal);
        var exchanges = await LedgerAsync();
        Assert.Equal(2, exchanges.Count);
        Assert.All(exchanges, exchange => Assert.Equal(("the laptop, quickly", Visibility.Private), (exchange.Note, exchange.Visibility)));
    }

    [Fact]
    public async Task Words_of_privacy_are_asked_about_before_anything_is_said()
    {
        await MeetAsync(Sue);
        var before = (await LedgerAsync()).Count;
        await Teams.SayAsync(Mark, Personal, "thanks @Sue Miller for keeping my private data safe");
        var question = await Tenant.WaitForMessageAsync(Personal, "Private or public?");
        Assert.Equal(before, (await LedgerAsync()).Count);

        await Teams.SubmitAsync(Mark, question, "Private");

        await Tenant.WaitForMessageAsync(message => message.Id == question.Id && message.IsEdited);
        var given = (await LedgerAsync())[^1];
        Assert.Equal(("keeping my private data safe", Visibility.Private), (given.Note, given.Visibility));
    }

    [Fact]
    public async Task A_wish_for_privacy_at_the_end_is_heard()
    {
        await MeetAsync(Sue);
        await Teams.SayAsync(Mark, Personal, "thanks @Sue Miller&nbsp;for the talk, privately");

        var given = (await LedgerAsync())[^1];
        Assert.Equal(("the talk", Visibility.Private), (given.Note, given.Visibility));
    }

    [Fact]
    public async Task In_the_personal_chat_every_sentence_is_answered()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Mark, Personal, "hello");
        await Teams.SayAsync(Mark, Personal, "how do I thank someone?");

        await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.Purpose == "answer" && row.Content!.Contains("understand")),
            rows => rows.Count == 2);
    }

    [Fact]
    public async Task Faults_of_a_form_are_said_and_the_form_stays()
    {
        await Teams.SayAsync(Mark, Personal, "thanks");
        var form = await Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users");

        await Teams.SubmitAsync(Mark, form, "Send", inputs: [("people", Mark.AadObjectId), ("note", "me")]);

        await Tenant.WaitForMessageAsync(Personal, "Not sent yet.");
        Assert.DoesNotContain(Tenant.Messages, message => message.Id == form.Id && message.IsEdited);
        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task Undo_deletes_what_was_sent_and_the_answer_says_so()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
        var answer = await Tenant.WaitForMessageAsync(message => message.OnlyFor == Mark.Id);
        var post = await Tenant.WaitForMessageAsync(Kudos, "the laptop");
        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.Status is OutboxStatus.Sent));

        await Teams.SubmitAsync(Mark, answer, "Undo");

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(message => message.Id == post.Id && message.IsDeleted));
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(message => message.Id == answer.Id && message.IsEdited));
        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task Where_nothing_can_be_deleted_undo_leaves_a_few_words()
    {
        StandIn.CannotDelete = true;
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
        var answer = await Tenant.WaitForMessageAsync(message => message.OnlyFor == Mark.Id);
        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.Status is OutboxStatus.Sent));

        await Teams.SubmitAsync(Mark, answer, "Undo");

        var left = await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.Conversation.StartsWith(Kudos.Id, StringComparison.Ordinal) && message.IsEdited));
        Assert.DoesNotContain("laptop", left.Everything, StringComparison.Ordinal);
        Assert.Contains("withdrawn", left.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Teams_delivers_twice_is_done_once()
    {
        await Teams.InstallAsync(Mark, General);
        await Task.WhenAll(Enumerable
            .Range(0, 4)
            .Select(_ => Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", id: "one-and-the-same", mentions: Sue)));

        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task Where_Teams_knows_no_targeted_messages_the_answer_goes_to_the_personal_chat()
    {
        StandIn.KnowsTargetedMessages = false;
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);

        await Tenant.WaitForMessageAsync(Personal, "Undo");
        Assert.DoesNotContain(Tenant.Messages, message => message.Conversation == General.Id);
    }

    [Fact]
    public async Task An_unknown_sentence_among_others_gets_a_hint_once_an_hour()
    {
        await Teams.SayAsync(Mark, General, "{bot} lovely weather");
        await Tenant.WaitForMessageAsync(message => message.OnlyFor == Mark.Id);
        await Teams.SayAsync(Mark, General, "{bot} is it not");
        Assert.Single(await OutboxAsync());

        Time.Advance(TimeSpan.FromHours(1));
        await Teams.SayAsync(Mark, General, "{bot} still lovely");
        Assert.Equal(2, (await OutboxAsync()).Count);
    }

    [Fact]
    public async Task A_button_of_nobodys_card_is_passed_over()
    {
        using var response = await Teams.PostAsync(
            Teams.Activity("message", Mark, Personal) with { Value = new System.Text.Json.Nodes.JsonObject { ["action"] = "submit" } });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task The_profile_behind_an_account_is_read()
    {
        await Teams.SayAsync(Mark, Personal, "help");

        var mark = await WaitForRowsAsync(context => context.People, people => people.Exists(person => person.Email is not null));
        Assert.Equal((Mark.Name, Mark.Email), (mark.Single().Name, mark.Single().Email));
    }

    private async Task MeetAsync(TeamsUser user)
    {
        await Teams.SayAsync(user, Tenant.AddPersonal(user), "help");
        await WaitForRowsAsync(context => context.People, people => people.Exists(person => person.Name == user.Name));
    }
}
