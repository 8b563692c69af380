using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Activities that need a response: card buttons, dialogs and the message extension.</summary>
public sealed class TeamsInvokeTests : TeamsBotFixture
{
    [Fact]
    public async Task A_tap_is_heard_and_carried_out()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
        var answer = await Tenant.WaitForMessageAsync(message => message.OnlyFor == Mark.Id);

        var heard = await AnswerAsync(Teams.ExecuteAsync(Mark, answer, "Undo"));

        Assert.Equal("application/vnd.microsoft.activity.message", heard.GetProperty("type").GetString());
        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_with_them_and_with_all_that_was_typed()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Mark, Personal, "thanks");
        var form = await Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users");

        var answer = await AnswerAsync(Teams.ExecuteAsync(
            Mark,
            form,
            "Send",
            ("people", Mark.AadObjectId),
            ("note", "for *me*"),
            ("visibility", "Private")));

        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.GetProperty("type").GetString());
        var body = answer.GetProperty("value").GetProperty("body").EnumerateArray().ToList();
        var people = body.FindIndex(element => Is(element, "id", "people"));
        Assert.Equal(Mark.AadObjectId, body[people].GetProperty("value").GetString());
        Assert.Equal("Attention", body[people + 1].GetProperty("color").GetString());
        Assert.Equal("for *me*", body.Single(element => Is(element, "id", "note")).GetProperty("value").GetString());
        Assert.Equal("Private", body.Single(element => Is(element, "id", "visibility")).GetProperty("value").GetString());
        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task A_day_that_some_client_offers_against_its_limits_is_refused_and_stands_there_again()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Mark, Personal, "relate prompts");
        await Teams.SubmitAsync(Mark, await Tenant.WaitForMessageAsync(Personal, "I come to you by myself"), "Change");
        var form = await Tenant.WaitForMessageAsync(Personal, "Input.Date");

        var answer = await AnswerAsync(Teams.ExecuteAsync(Mark, form, "Save", ("day", "any"), ("hour", "any"), ("pause", "2026-11-18")));

        var body = answer.GetProperty("value").GetProperty("body").EnumerateArray().ToList();
        var pause = body.FindIndex(element => Is(element, "id", "pause"));
        Assert.Equal(("2026-11-18", "2026-11-19", "2027-11-18"), (Text("value"), Text("min"), Text("max")));
        Assert.Contains("no day within the next year", body[pause + 1].GetProperty("text").GetString(), StringComparison.Ordinal);
        await Teams.ExecuteAsync(Mark, form, "Save", ("day", "any"), ("hour", "any"), ("pause", "2026-12-24"));
        Assert.Equal(
            new DateOnly(2026, 12, 24),
            Assert.Single(await QueryAsync(context => context.PromptPlans), plan => plan.PausedUntil is not null).PausedUntil);

        string? Text(string name) => body[pause].GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_done_once_and_done_anew_with_other_words()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Mark, Personal, "thanks");
        var form = await Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users");

        await Task.WhenAll(Enumerable
            .Range(0, 3)
            .Select(_ => Teams.ExecuteAsync(Mark, form, "Send", ("people", Sue.AadObjectId), ("note", "the laptop"))));
        Assert.Single(await LedgerAsync());

        await Teams.ExecuteAsync(Mark, form, "Send", ("people", Sue.AadObjectId), ("note", "the mouse"));
        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task A_dialog_that_is_sent_twice_is_done_once_and_its_faults_are_told_each_time()
    {
        await Teams.InstallAsync(Mark, General);
        var data = await OpenAsync();
        data["people"] = Mark.AadObjectId;
        for (var i = 0; i < 2; i++)
        {
            var faults = await AnswerAsync(SubmitAsync(data));
            Assert.Contains("Attention", faults.GetRawText(), StringComparison.Ordinal);
        }

        data["people"] = Sue.AadObjectId;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SubmitAsync(data)));

        Assert.Single(await LedgerAsync());

        async Task<JsonObject> OpenAsync()
        {
            var opened = await AnswerAsync(Teams.InvokeAsync(Mark, General, "composeExtension/fetchTask", Message(Sue)));
            return JsonNode
                .Parse(opened.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content").GetProperty("actions")[0]
                    .GetProperty("data")
                    .GetRawText())!
                .AsObject();
        }

        Task<HttpResponseMessage> SubmitAsync(JsonObject typed) =>
            Teams.InvokeAsync(
                Mark,
                General,
                "composeExtension/submitAction",
                new JsonObject { ["commandId"] = "thank_for_this", ["data"] = typed.DeepClone() });
    }

    [Fact]
    public async Task Whoever_taps_like_a_machine_is_asked_to_wait_and_others_are_not()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
        var post = await Tenant.WaitForMessageAsync(Kudos, "the laptop");
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, (await AnswerAsync(Teams.ExecuteAsync(Raj, post, "+1"))).GetProperty("statusCode").GetInt32());
        }

        var refused = await AnswerAsync(Teams.ExecuteAsync(Raj, post, "+1"));
        Assert.Equal(429, refused.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", refused.GetProperty("type").GetString());
        Assert.Equal("TooManyRequests", refused.GetProperty("value").GetProperty("code").GetString());
        Assert.Contains("not counted", refused.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);

        Assert.Equal(200, (await AnswerAsync(Teams.ExecuteAsync(Mark, post, "+1"))).GetProperty("statusCode").GetInt32());
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await AnswerAsync(Teams.ExecuteAsync(Raj, post, "+1"))).GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task A_button_that_nobody_knows_is_refused_in_words()
    {
        var value = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "x",
                ["data"] = new JsonObject()
            }
        };

        var answer = await AnswerAsync(Teams.InvokeAsync(Mark, Personal, "adaptiveCard/action", value));

        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.NotEqual("", answer.GetProperty("value").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Say_thanks_on_a_message_opens_a_dialog_for_its_author_and_keeps_its_link()
    {
        await Teams.InstallAsync(Mark, General);
        var opened = await AnswerAsync(Teams.InvokeAsync(Mark, General, "composeExtension/fetchTask", Message(Sue)));

        var task = opened.GetProperty("task");
        Assert.Equal("continue", task.GetProperty("type").GetString());
        var card = task.GetProperty("value").GetProperty("card").GetProperty("content");
        Assert.Equal(
            Sue.AadObjectId,
            card.GetProperty("body").EnumerateArray().Single(element => Is(element, "id", "people")).GetProperty("value").GetString());
        Assert.Contains(
            "The laptop is ready & clean",
            card.GetRawText().Replace("&amp;", "&", StringComparison.Ordinal),
            StringComparison.Ordinal);

        var send = card.GetProperty("actions")[0];
        Assert.Equal("Action.Submit", send.GetProperty("type").GetString());
        var data = JsonNode.Parse(send.GetProperty("data").GetRawText())!.AsObject();
        data["people"] = Sue.AadObjectId;
        data["note"] = "for coming so quickly";
        data["visibility"] = "Public";
        var sent = await AnswerAsync(Teams.InvokeAsync(
            Mark,
            General,
            "composeExtension/submitAction",
            new JsonObject { ["commandId"] = "thank_for_this", ["data"] = data }));

        Assert.Equal("message", sent.GetProperty("task").GetProperty("type").GetString());
        var exchange = Assert.Single(await LedgerAsync());
        Assert.Equal("for coming so quickly", exchange.Note);
        Assert.Equal("https://teams.microsoft.com/l/message/1", exchange.Link);
    }

    [Fact]
    public async Task Nobody_thanks_themselves_from_the_menu()
    {
        await Teams.InstallAsync(Mark, General);

        var answer = await AnswerAsync(Teams.InvokeAsync(Mark, General, "composeExtension/fetchTask", Message(Mark)));

        Assert.Equal("message", answer.GetProperty("task").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_dialog_with_faults_stays_open()
    {
        await Teams.InstallAsync(Mark, Personal);
        var opened = await AnswerAsync(Teams.InvokeAsync(
            Mark,
            Personal,
            "task/fetch",
            new JsonObject
            {
                ["data"] = new JsonObject { ["relatebot"] = new JsonObject { ["action"] = "thanks.form", ["value"] = "" } }
            }));
        var card = opened.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
        var data = JsonNode.Parse(card.GetProperty("actions")[0].GetProperty("data").GetRawText())!.AsObject();
        data["note"] = "for nobody";

        var answer = await AnswerAsync(Teams.InvokeAsync(Mark, Personal, "task/submit", new JsonObject { ["data"] = data }));

        Assert.Equal("continue", answer.GetProperty("task").GetProperty("type").GetString());
        Assert.Contains("for nobody", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Attention", answer.GetRawText(), StringComparison.Ordinal);
    }

    private static JsonObject Message(TeamsUser author) => new()
    {
        ["commandId"] = "thank_for_this",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["from"] = new JsonObject
            {
                ["user"] = new JsonObject
                {
                    ["userIdentityType"] = "aadUser",
                    ["id"] = author.AadObjectId,
                    ["displayName"] = author.Name
                }
            },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>The laptop is ready &amp; clean</p>" },
            ["linkToMessage"] = "https://teams.microsoft.com/l/message/1",
        },
    };

    private static bool Is(JsonElement element, string name, string value) =>
        element.TryGetProperty(name, out var found) && found.ValueEquals(value);

    private static async Task<JsonElement> AnswerAsync(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
