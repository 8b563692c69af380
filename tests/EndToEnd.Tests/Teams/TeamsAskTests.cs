using System.Net.Http.Json;
using System.Text.Json;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The life of an ask, and who sees which view of its post.</summary>
public sealed class TeamsAskTests : TeamsBotFixture
{
    private TeamsConversation help = null!;

    protected override Dictionary<string, string?> Settings()
    {
        help = Tenant.AddChannel(TeamId, "help", Mark, Sue, Raj);
        return new(base.Settings(), StringComparer.Ordinal) { ["Organisation:HelpChannel"] = "help" };
    }

    [Fact]
    public async Task An_ask_is_taken_followed_up_solved_and_thanked_for()
    {
        var post = await AskAsync();
        await Teams.ExecuteAsync(Sue, post, "I can help");
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(help, "is on it."));
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "took it at"));
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.Conversation == $"a:1personal-{Sue.AadObjectId}"
                && message.Everything.Contains("You are helping", StringComparison.Ordinal)));

        Time.Advance(TimeSpan.FromDays(2));
        var question = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Did it get solved?"));
        await Teams.ExecuteAsync(Mark, question, "Yes");
        var form = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users"));
        Assert.Contains(Sue.AadObjectId, form.Everything, StringComparison.Ordinal);
        await Teams.ExecuteAsync(Mark, form, "Send", ("people", Sue.AadObjectId), ("note", "for staying late"), ("visibility", "Public"));

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Kudos, "for staying late"));
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Solved, and you thanked"));
        Assert.NotNull((await QueryAsync(context => context.Asks)).Single().ThankedAt);
    }

    [Fact]
    public async Task Its_post_offers_to_each_what_they_can_do()
    {
        var post = await AskAsync();
        Assert.Equal([Mark.Id], ViewersOf(post));
        Assert.Equal(["No longer needed"], await ButtonsAsync(Mark, post));

        await Teams.ExecuteAsync(Sue, post, "I can help");
        var taken = await RunClockUntilAsync(Tenant.WaitForMessageAsync(help, "is on it."));

        Assert.Equal([Mark.Id, Sue.Id], ViewersOf(taken).Order(StringComparer.Ordinal));
        Assert.Equal(["It is solved", "No longer needed"], await ButtonsAsync(Mark, taken));
        Assert.Equal(["It is solved", "Hand it back"], await ButtonsAsync(Sue, taken));
        Assert.Equal(["I can help too", "I know who can"], await ButtonsAsync(Raj, taken));

        await Teams.ExecuteAsync(Sue, await ViewAsync(Sue, taken), "Hand it back");
        var open = await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.Id == post.Id && message.Everything.Contains("Not now", StringComparison.Ordinal)));
        Assert.Equal([Mark.Id], ViewersOf(open));
    }

    [Fact]
    public async Task To_look_changes_nothing()
    {
        var post = await AskAsync();
        var deliveries = (await QueryAsync(context => context.Deliveries)).Count;

        await ButtonsAsync(Raj, post);

        Assert.Equal(deliveries, (await QueryAsync(context => context.Deliveries)).Count);
        Assert.DoesNotContain(await QueryAsync(context => context.TeamsAccounts), account => account.UserId == Raj.Id);
    }

    [Fact]
    public async Task Whoever_knows_who_can_says_so_in_a_form()
    {
        var post = await AskAsync();
        await Teams.ExecuteAsync(Raj, post, "I know who can");
        var form = await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.OnlyFor == Raj.Id && message.Everything.Contains("graph.microsoft.com/users", StringComparison.Ordinal)));

        await Teams.ExecuteAsync(Raj, form, DialogButton(form), ("person", Sue.AadObjectId));

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.Conversation == $"a:1personal-{Sue.AadObjectId}"
                && message.Everything.Contains("thinks that you could help", StringComparison.Ordinal)));
    }

    private async Task<TeamsMessage> AskAsync()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, Personal, "ask my laptop freezes again");
        return await RunClockUntilAsync(Tenant.WaitForMessageAsync(help, "I can help"));
    }

    private async Task<IEnumerable<string?>> ButtonsAsync(TeamsUser viewer, TeamsMessage post) =>
        (await ViewAsync(viewer, post)).Card.GetProperty("body").EnumerateArray().Where(element => element.TryGetProperty("actions", out _))
            .SelectMany(row => row.GetProperty("actions").EnumerateArray()).Select(action => action.GetProperty("title").GetString());

    /// <summary>The message with the card as a person sees it.</summary>
    private async Task<TeamsMessage> ViewAsync(TeamsUser viewer, TeamsMessage post)
    {
        using var response = await Teams.RefreshAsync(viewer, post);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.GetProperty("type").GetString());
        return post with
        {
            Activity = JsonSerializer.SerializeToElement(
            new { attachments = new[] { new { content = answer.GetProperty("value") } } })
        };
    }

    private static IEnumerable<string> ViewersOf(TeamsMessage post) =>
        post.Card.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()!);

    private static string DialogButton(TeamsMessage form) => form.Card.GetProperty("actions")[0].GetProperty("title").GetString()!;
}
