using System.Globalization;
using System.Net;
using System.Text.Json;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

public sealed class SlackHomeTests : SlackBotFixture
{
    [Fact]
    public async Task An_empty_home_says_what_to_do()
    {
        await Slack.OpenHomeAsync(Mark);

        var home = Words(Workspace.Views.HomeOf(Mark)!);
        Assert.Contains("Nothing yet. Think of the last person", home, StringComparison.Ordinal);
        Assert.Contains("Nothing yet. When somebody thanks you", home, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, Workspace.Views.HomeOf(Mark)!, "thanks.form");
        Assert.NotNull(Workspace.Views.OpenFor(Mark));
    }

    [Fact]
    public async Task What_I_gave_and_received_stands_there_and_the_private_ones_on_nobody_elses()
    {
        await ThanksAsync($"privately {Sue.Mention} for listening");
        await ThanksAsync($"{Mark.Mention} for the data", by: Raj);

        await Slack.OpenHomeAsync(Mark);
        await Slack.OpenHomeAsync(Sue);
        await Slack.OpenHomeAsync(Raj);

        Assert.Contains("listening", Words(Workspace.Views.HomeOf(Mark)!), StringComparison.Ordinal);
        Assert.Contains("the data", Words(Workspace.Views.HomeOf(Mark)!), StringComparison.Ordinal);
        Assert.Contains("listening", Words(Workspace.Views.HomeOf(Sue)!), StringComparison.Ordinal);
        Assert.DoesNotContain("listening", Words(Workspace.Views.HomeOf(Raj)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_follows_what_happens_for_those_who_have_opened_it()
    {
        await Slack.OpenHomeAsync(Sue);

        var given = await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Views.WaitForHomeAsync(Sue, home => Words(home).Contains("the laptop", StringComparison.Ordinal));
        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");
        await Workspace.Views.WaitForHomeAsync(Sue, home => !Words(home).Contains("the laptop", StringComparison.Ordinal));

        Assert.Null(Workspace.Views.HomeOf(Mark));
    }

    [Fact]
    public async Task Older_ones_are_a_tap_away_and_so_is_the_way_back()
    {
        for (var n = 1; n <= 12; n++)
        {
            await ThanksAsync(string.Create(CultureInfo.InvariantCulture, $"{Sue.Mention} for thing {n:D2}"));
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        await Slack.OpenHomeAsync(Mark);
        List<string> pages = [];
        for (var page = 0; page < 3; page++)
        {
            var home = Workspace.Views.HomeOf(Mark)!;
            pages.Add(string.Join(
                ' ',
                Enumerable
                    .Range(1, 12)
                    .Where(
                        n => Words(home)
                            .Contains(string.Create(CultureInfo.InvariantCulture, $"thing {n:D2}"), StringComparison.Ordinal))));
            if (page < 2)
            {
                await TurnAsync(home, "Show older");
            }
        }

        Assert.Equal(["8 9 10 11 12", "3 4 5 6 7", "1 2"], pages);
        await TurnAsync(Workspace.Views.HomeOf(Mark)!, "Back to the latest");
        Assert.Contains("thing 12", Words(Workspace.Views.HomeOf(Mark)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_messages_tab_is_not_the_home_tab()
    {
        await Slack.OpenHomeAsync(Mark, "messages");

        Assert.Null(Workspace.Views.HomeOf(Mark));
    }

    [Fact]
    public async Task A_Slack_that_does_not_answer_holds_nobody_up_and_the_next_look_shows_it()
    {
        StandIn.Faults.Next("views.publish", SlackFault.Status(503));
        Assert.Equal(HttpStatusCode.OK, (await Slack.OpenHomeAsync(Mark)).Status);
        Assert.Null(Workspace.Views.HomeOf(Mark));

        await Slack.OpenHomeAsync(Mark);

        Assert.NotNull(Workspace.Views.HomeOf(Mark));
    }

    [Fact]
    public async Task A_page_that_could_not_be_drawn_is_drawn_when_Slack_is_back()
    {
        await Slack.OpenHomeAsync(Sue);
        StandIn.Faults.Next("views.publish", SlackFault.RateLimited(TimeSpan.FromSeconds(30)), times: 2);

        await ThanksAsync($"{Sue.Mention} for the laptop");

        await RunClockUntilAsync(
            Workspace.Views.WaitForHomeAsync(Sue, home => Words(home).Contains("the laptop", StringComparison.Ordinal)));
    }

    private async Task TurnAsync(SlackView home, string label)
    {
        var button = home.Blocks.EnumerateArray().Where(block => block.GetProperty("type").GetString() == "actions")
            .SelectMany(block => block.GetProperty("elements").EnumerateArray().Select(element => (Block: block, Element: element)))
            .Single(found => found.Element.GetProperty("text").GetProperty("text").GetString() == label);
        await Slack.ClickAsync(
            Mark,
            home,
            button.Element.GetProperty("action_id").GetString()!,
            blockId: button.Block.GetProperty("block_id").GetString());
    }

    private static string Words(SlackView view) => string.Join('\n', TextsIn(view.Blocks));

    private static IEnumerable<string> TextsIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object =>
            node
                .EnumerateObject()
                .SelectMany(property =>
                    property.Name == "text" && property.Value.ValueKind is JsonValueKind.String
                        ? [property.Value.GetString()!]
                        : TextsIn(property.Value)),
        _ => [],
    };
}
