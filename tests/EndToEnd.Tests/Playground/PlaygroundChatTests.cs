using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;
using static RelateBot.EndToEnd.Tests.Playground.PlaygroundUnderTest;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class PlaygroundChatTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync() => playground = await StartAsync();

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task Thanks_reach_the_receiver_the_channel_and_the_giver_and_are_in_the_ledger()
    {
        await using var mark = await playground.OpenAsync("mark");
        await using var sue = await playground.OpenAsync("sue");
        await using var ana = await playground.OpenAsync("ana");

        await playground.SayAsync("mark", "@mark", "/thanks @sue for the new laptop #patience");

        var received = await sue.MessageAsync(message => (string)message["in"]! == "@sue");
        Assert.Equal("Mark Jensen thanks you.", Says(received));
        var answer = await mark.MessageAsync(message => (string)message["in"]! == "@mark" && message["author"] is null);
        Assert.StartsWith("You thanked Sue Park.", Says(answer), StringComparison.Ordinal);
        Assert.Equal("Mark Jensen thanks Sue Park.", Says(await ana.MessageAsync(message => (string)message["in"]! == "#kudos")));
        Assert.Equal("the new laptop", Assert.Single(await ThanksAsync()).Note);
    }

    [Fact]
    public async Task A_plain_sentence_to_the_bot_is_thanks_too()
    {
        await using var mark = await playground.OpenAsync("mark");

        await playground.SayAsync("mark", "#general", "@RelateBot thanks @sue for staying late");

        var said = await mark.MessageAsync();
        Assert.Equal(("mark", false), ((string)said["author"]!, (bool)said["onlyYou"]!));
        Assert.True(
            (bool)(await mark.MessageAsync(message => message["author"] is null && (string)message["in"]! == "#general"))["onlyYou"]!);
        Assert.Single(await ThanksAsync());
    }

    [Fact]
    public async Task The_page_hears_that_words_were_refused_and_can_be_changed()
    {
        await using var mark = await playground.OpenAsync("mark");

        var refused = await playground.SayAsync("mark", "#general", $"/thanks @sue for {new string('x', 3_999)}");
        var taken = await playground.SayAsync("mark", "#general", "/thanks @sue for the laptop");

        Assert.True((bool)refused["isRefused"]!);
        Assert.Null(taken["isRefused"]);
    }

    [Fact]
    public async Task An_answer_in_a_channel_is_for_the_asker_alone()
    {
        await using var mark = await playground.OpenAsync("mark");
        await using var sue = await playground.OpenAsync("sue");

        await playground.SayAsync("mark", "#general", "/help");
        var answer = await mark.MessageAsync();
        await playground.SayAsync("ana", "#general", "Good evening");

        Assert.True((bool)answer["onlyYou"]!);
        Assert.Equal("Good evening", Says(await sue.MessageAsync()));
        Assert.DoesNotContain(await playground.MessagesAsync("sue", "#general"), message => (Guid)message["id"]! == (Guid)answer["id"]!);
        Assert.Contains(await playground.MessagesAsync("mark", "#general"), message => (Guid)message["id"]! == (Guid)answer["id"]!);
    }

    [Fact]
    public async Task Direct_messages_of_somebody_else_cannot_be_read()
    {
        var response = await playground.Client.GetAsync("/playground/api/messages?as=mark&in=@sue");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(
            "There is no conversation",
            (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_sent_twice_are_said_and_recorded_once()
    {
        await using var sue = await playground.OpenAsync("sue");
        var key = playground.NewKey();

        await playground.SayAsync("mark", "@mark", "thanks @sue for the cable", key);
        await playground.SayAsync("mark", "@mark", "thanks @sue for the cable", key);
        await playground.SayAsync("mark", "@mark", "thanks @sue for the second cable");

        await sue.MessageAsync(message => (string)message["in"]! == "@sue");
        var next = await sue.MessageAsync(message => (string)message["in"]! == "@sue");
        Assert.Contains("the second cable", next.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, (await ThanksAsync()).Count);
        Assert.Equal(2, (await playground.MessagesAsync("mark", "@mark")).Count(message => message["author"] is not null));
    }

    [Fact]
    public async Task Undo_takes_everything_back_and_replaces_the_answer()
    {
        await using var mark = await playground.OpenAsync("mark");
        await using var sue = await playground.OpenAsync("sue");
        await playground.SayAsync("mark", "@mark", "/thanks @sue for the laptop");
        var received = await sue.MessageAsync(message => (string)message["in"]! == "@sue");
        var answer = await mark.MessageAsync(message => (string)message["in"]! == "@mark" && message["author"] is null);

        await playground.TapAsync("mark", answer, "Undo");

        Assert.Equal(
            (Guid)received["id"]!,
            (Guid)(await sue.NextAsync("gone", gone => (Guid)gone["removed"]! == (Guid)received["id"]!))["removed"]!);
        var replaced = (await mark.NextAsync("changed"))["message"]!;
        Assert.Equal(((Guid)answer["id"]!, "Taken back. My messages about it are withdrawn."), ((Guid)replaced["id"]!, Says(replaced)));
        Assert.Empty(Buttons(replaced));
    }

    [Fact]
    public async Task A_plus_one_shows_in_the_channel_and_to_the_receiver()
    {
        await using var sue = await playground.OpenAsync("sue");
        await playground.SayAsync("mark", "@mark", "/thanks @sue for the laptop");
        var posted = await sue.MessageAsync(message => (string)message["in"]! == "#kudos");

        await playground.TapAsync("ana", posted, "+1");

        var changes = new[] { (await sue.NextAsync("changed"))["message"]!, (await sue.NextAsync("changed"))["message"]! };
        Assert.Equal(["#kudos", "@sue"], changes.Select(change => (string)change["in"]!).Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Contains("Ana Lima", change.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_of_the_demo_can_be_seconded()
    {
        await using var ana = await playground.OpenAsync("ana");
        var posted = (await playground.MessagesAsync("ana", "#kudos"))[0];

        await playground.TapAsync("ana", posted, "+1");

        Assert.Equal((Guid)posted["id"]!, (Guid)(await ana.NextAsync("changed"))["message"]!["id"]!);
    }

    [Fact]
    public async Task A_button_that_the_message_does_not_have_cannot_be_tapped()
    {
        var posted = (await playground.MessagesAsync("ana", "#kudos"))[0];
        var forged = new
        {
            @as = "ana",
            message = (Guid)posted["id"]!,
            action = "thanks.undo",
            value = (string)Buttons(posted).First()["value"]!,
            key = playground.NewKey()
        };

        var response = await playground.Client.PostAsJsonAsync("/playground/api/actions", forged);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Faults_of_a_form_come_back_by_field_and_a_good_one_is_carried_out()
    {
        await using var sue = await playground.OpenAsync("sue");
        var form = (await playground.SayAsync("mark", "#general", "/thanks"))["form"]!;

        var refused = await SendFormAsync(form, people: [], note: new string('x', ThanksLimits.Note + 1));
        Assert.Equal(["note", "people"], refused["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
        var accepted = await SendFormAsync(form, people: ["sue"], note: "the patience");

        Assert.Null(accepted["errors"]);
        Assert.Equal("Mark Jensen thanks you.", Says(await sue.MessageAsync(message => (string)message["in"]! == "@sue")));

        async Task<JsonNode> SendFormAsync(JsonNode form, string[] people, string note) =>
            await ReadAsync(await playground.Client.PostAsJsonAsync(
            "/playground/api/forms",
            new
            {
                @as = "mark", @in = "#general", form = (string)form["form"]!, state = (string)form["state"]!,
                answers = new { people, note = new[] { note }, visibility = new[] { "Public" } }, key = playground.NewKey(),
            }));
    }

    [Theory]
    [InlineData("nobody", "#general", "hello", HttpStatusCode.NotFound)]
    [InlineData("mark", "#nowhere", "hello", HttpStatusCode.NotFound)]
    [InlineData("mark", "#general", "  ", HttpStatusCode.BadRequest)]
    [InlineData("relatebot", "#general", "hello", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_done_is_refused_with_a_sentence(
        string account,
        string conversation,
        string text,
        HttpStatusCode status)
    {
        var response = await playground.Client.PostAsJsonAsync(
            "/playground/api/messages",
            new { @as = account, @in = conversation, text, key = playground.NewKey() });

        Assert.Equal(status, response.StatusCode);
        Assert.EndsWith(".", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_messages_come_page_by_page_without_a_gap()
    {
        for (var number = 1; number <= 45; number++)
        {
            await playground.SayAsync("mark", "#general", $"message {number}");
        }

        var newest = await ReadAsync(await playground.Client.GetAsync("/playground/api/messages?as=sue&in=%23general"));
        var first = newest["items"]![0]!;
        var older = await ReadAsync(
            await playground.Client.GetAsync(
                $"/playground/api/messages?as=sue&in=%23general&before={Uri.EscapeDataString((string)first["at"]!)}"));

        Assert.True((bool)newest["more"]!);
        Assert.False((bool)older["more"]!);
        Assert.Equal("message 6", Says(first));
        Assert.Equal(["message 4", "message 5", "message 6"], older["items"]!.AsArray().TakeLast(3).Select(item => Says(item!)));
    }

    private async Task<IReadOnlyList<Exchange>> ThanksAsync()
    {
        await using var scope = playground.Bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Exchanges.IgnoreQueryFilters()
            .Where(exchange => exchange.Source == "playground" && exchange.CorrectsId == null).ToListAsync();
    }
}
