using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>When someone unknown is named, Slack is asked first.</summary>
public sealed class SlackUnknownMentionTests : SlackBotFixture
{
    private const string NotAmongUs = "U0NOTSEEN1";

    [Theory]
    [InlineData("user_not_visible")]
    [InlineData("user_not_found")]
    public async Task Someone_whom_Slack_does_not_show_is_a_stranger_the_first_time_and_every_time(string error)
    {
        StandIn.Faults.Next(
            "users.info",
            SlackFault.Error(error),
            when: arguments => arguments.GetRawText().Contains(NotAmongUs, StringComparison.Ordinal));

        var first = await ThanksAsync($"<@{NotAmongUs}|eve> for the laptop");
        var second = await ThanksAsync($"<@{NotAmongUs}|eve> for the laptop");

        Assert.StartsWith("eve belongs to another organisation", first.Message!.Text, StringComparison.Ordinal);
        Assert.Equal(first.Message.Text, second.Message!.Text);
        await ExpectNothingRecordedAsync();
        Assert.Equal(PersonKind.Stranger, Assert.Single(await PeopleAsync(), person => person.Name == "eve").Kind);
    }

    [Theory]
    [InlineData("/thanks", "another organisation", "program", "no longer has an account")]
    [InlineData("/kudos", "another organisation", "program", "no longer has an account")]
    [InlineData("/ask", "another organisation", "program", "no longer has an account")]
    [InlineData("/helped", "another organisation", "cannot answer", "cannot answer")]
    [InlineData("/relate five add", "another organisation", "program", "no longer")]
    public async Task Strangers_programs_and_leavers_are_refused_by_every_command(
        string command, string stranger, string program, string leaver)
    {
        var eve = Workspace.AddUser("eve", user => user with { TeamId = "T0PARTNER", IsStranger = true });
        var deploy = Workspace.AddUser("deploy", user => user with { IsBot = true });
        var gone = Workspace.AddUser("gone", user => user with { Deleted = true });

        foreach (var (named, words) in new[] { (eve, stranger), (deploy, program), (gone, leaver) })
        {
            for (var time = 0; time < 2; time++)
            {
                var reply = command.Split(' ', 2) is [var slash, var rest]
                    ? await Slack.PostSlashCommandAsync(Mark, slash, $"{rest} {named.Mention}", General)
                    : await Slack.PostSlashCommandAsync(Mark, command, $"{named.Mention} with the laptop", General);
                Assert.Contains(words, reply.Message!.Everything, StringComparison.Ordinal);
            }
        }

        await ExpectNothingRecordedAsync();
        Assert.Empty(await QueryAsync(context => context.FocusPeople));
    }

    [Fact]
    public async Task A_stranger_who_is_picked_in_a_form_is_refused_in_it()
    {
        var eve = Workspace.AddUser("eve", user => user with { TeamId = "T0PARTNER", IsStranger = true });
        await ThanksAsync("");

        var reply = await Slack.SubmitViewAsync(
            Mark, Workspace.Views.OpenFor(Mark)!, new SlackViewState().Users("people", eve).Text("note", "the laptop"));

        Assert.Contains("another organisation", Assert.Single(reply.Errors.Values), StringComparison.Ordinal);
        await ExpectNothingRecordedAsync();
    }

    [Fact]
    public async Task A_message_of_someone_who_left_cannot_be_thanked_for_by_an_emoji()
    {
        var gone = Workspace.AddUser("gone", user => user with { Deleted = true });

        await Slack.ReactAsync(Mark, Workspace.Messages.Say(gone, General, "The laptop is ready"), "pray");

        await ExpectNothingRecordedAsync();
    }

    [Fact]
    public async Task A_plain_sentence_asks_as_well()
    {
        var eve = Workspace.AddUser("eve", user => user with { TeamId = "T0PARTNER", IsStranger = true });

        await Slack.SayAsync(Mark, Workspace.DirectMessage(Mark), $"thanks <@{eve.Id}> for the laptop");

        var answer = await Workspace.Messages.WaitForMessageAsync(Mark);
        Assert.Contains("another organisation", answer.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task What_Slack_does_not_say_within_a_second_follows_and_the_giver_is_told()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        StandIn.Faults.Next("users.info", SlackFault.HoldAnswerUntil(gate.Task), times: 2);

        var reply = await ThanksAsync($"{Sue.Mention} {Raj.Mention} for the laptop");

        Assert.StartsWith("You thanked", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("couldn't look up", reply.Message.Everything, StringComparison.Ordinal);
        Assert.Equal(2, (await LedgerAsync()).Count);
        gate.SetResult();
        await WaitForRowsAsync(
            context => context.People,
            people => people.Exists(person => person.Email == "sue@example.com")
                && people.Exists(person => person.Email == "raj@example.com"),
            clockRuns: true);
        Assert.DoesNotContain("look up", (await ThanksAsync($"{Sue.Mention} for the map")).Message!.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_unknown_is_known_with_name_and_address_in_the_same_moment()
    {
        await ThanksAsync($"<@{Sue.Id}> for the laptop");

        var sue = Assert.Single(await PeopleAsync(), person => person.Email == "sue@example.com");
        Assert.Equal("Sue Miller", sue.Name);
    }

    private async Task ExpectNothingRecordedAsync()
    {
        Assert.Empty(await LedgerAsync());
        Assert.Empty(await QueryAsync(context => context.Asks));
        Assert.DoesNotContain(await OutboxAsync(), message => message.Operation is OutboxOperation.Post);
        Assert.Empty(Kudos.Messages);
    }
}
