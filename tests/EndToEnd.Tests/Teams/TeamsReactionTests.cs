using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>A thumbs up on one of the bot's posts.</summary>
public sealed class TeamsReactionTests : TeamsBotFixture
{
    [Theory]
    [InlineData("like")]
    [InlineData("heart")]
    public async Task It_seconds_what_the_post_tells_of(string emoji)
    {
        var post = await ThankAsync();

        await Teams.ReactAsync(Raj, post, added: emoji);

        var seconded = await RunClockUntilAsync(Tenant.WaitForMessageAsync(message => message.Id == post.Id && message.IsEdited));
        Assert.Contains("+1 <at>Raj Patel</at>", seconded.Everything, StringComparison.Ordinal);
        Assert.Single(await QueryAsync(context => context.Secondings));
    }

    [Fact]
    public async Task Twice_taken_away_or_from_the_giver_it_says_nothing_more()
    {
        var post = await ThankAsync();

        await Teams.ReactAsync(Raj, post, added: "like");
        await Teams.ReactAsync(Raj, post, added: "heart");
        await Teams.ReactAsync(Raj, post, removed: "like");
        await Teams.ReactAsync(Mark, post, added: "like");
        await Teams.ReactAsync(Sue, post, added: "like");

        Assert.Single(await QueryAsync(context => context.Secondings));
        Assert.DoesNotContain(await OutboxAsync(), row => row.Purpose == "answer" && row.Content!.Contains("+1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sorrow_and_emoji_on_anything_else_are_passed_over()
    {
        var post = await ThankAsync();

        await Teams.ReactAsync(Raj, post, added: "sad");
        await Teams.ReactAsync(Raj, post with { Id = "1795315930000" }, added: "like");
        await Teams.ReactAsync(Raj, post with { Conversation = General.Id }, added: "like");

        Assert.Empty(await QueryAsync(context => context.Secondings));
    }

    private async Task<TeamsMessage> ThankAsync()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
        var post = await Tenant.WaitForMessageAsync(Kudos, "the laptop");
        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.Status is OutboxStatus.Sent));
        return post;
    }
}
