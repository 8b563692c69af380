using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.EndToEnd.Tests.Playground;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams.Agents;

/// <summary>The bot in Microsoft's Agents Playground. Mark uses the page; the other people's activities are sent by the test.</summary>
public sealed class AgentsPlaygroundTests(Browser browser) : BotFixture, IClassFixture<Browser>, IAsyncLifetime
{
    private RunningClock? clock;
    private AgentsPlayground? playground;
    private AgentsPage page = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (clock is not null)
        {
            await clock.DisposeAsync();
            await Bot.DisposeAsync();
        }

        if (playground is not null)
        {
            await playground.DisposeAsync();
        }

    }

    [SkippableFact]
    public async Task In_a_personal_chat_it_is_installed_thanks_by_text_and_by_card_and_takes_back()
    {
        await StartAsync();
        await MeetSueAsync();

        await page.SayAsync("thanks @Sue Miller for the laptop");
        await page.TapAsync("You thanked", "Undo");
        await page.SeeAsync("Taken back.");
        Assert.Equal(2, (await LedgerAsync()).Count);

        // The page has no people picker, so the card thanks a department.
        await AddDepartmentAsync();
        await page.TapAsync("I remember who helped whom", "Say thanks");
        var form = await page.SeeAsync("What for");
        await form.GetByLabel("What for").FillAsync("the quick repair");
        await form.GetByText("IT", new() { Exact = true }).ClickAsync();
        await page.TapAsync("What for", "Send");
        await page.SeeAsync("You thanked IT");

        Assert.Equal("the quick repair", (await LedgerAsync())[^1].Note);
        Assert.Empty(page.Refusals);
    }

    [SkippableFact]
    public async Task In_a_channel_a_mention_thanks_and_the_post_follows_what_happens()
    {
        await StartAsync();
        await page.GoToAsync(AgentsCast.General);
        await page.SeeAsync("Mention me and say");
        await page.SayAsync("@[RelateBot] thanks @[Sue Miller] for the R&D repair");
        await page.SeeAsync("You thanked");

        await page.GoToAsync(AgentsCast.Kudos);
        await page.SeeAsync("the R&D repair");
        await page.GoToAsync(AgentsCast.General);
        await page.TapAsync("You thanked", "Undo");
        await page.SeeAsync("Taken back.");
        await page.GoToAsync(AgentsCast.Kudos);
        await page.SeeAsync("This message was withdrawn.");

        Assert.Empty(page.Refusals);
    }

    [SkippableFact]
    public async Task In_a_group_chat_a_mention_thanks()
    {
        await StartAsync();
        await page.GoToAsync(AgentsCast.Group);
        await page.SeeAsync("Mention me and say");
        await page.SayAsync("@[RelateBot] thanks @[Sue Miller] for the lunch");
        await page.SeeAsync("You thanked");

        Assert.Equal("the lunch", (await LedgerAsync()).Single().Note);
        Assert.Empty(page.Refusals);
    }

    [SkippableFact]
    public async Task An_ask_is_taken_solved_and_thanked_for()
    {
        await StartAsync();
        await page.GoToAsync(AgentsCast.General);
        await page.SeeAsync("Mention me and say");
        await page.GoToAsync(AgentsCast.Personal);
        await page.SayAsync("ask my laptop freezes again");
        await page.SeeAsync("I'll let you know when someone picks it up.");
        await page.GoToAsync(AgentsCast.General);
        await page.SeeAsync("I can help");

        await TapAsync(AgentsCast.Sue, AskMessages.TakeAction, (await QueryAsync(context => context.Asks)).Single().Id.ToString("N"));
        await page.SeeAsync("is on it.");
        await page.GoToAsync(AgentsCast.Personal);
        await page.SeeAsync("took it at");

        Time.Advance(TimeSpan.FromDays(5));
        await RunClockUntilAsync(page.SeeAsync("Did it get solved?"));
        await page.TapAsync("Did it get solved?", "Yes");
        var form = await page.SeeAsync("What for");
        await form.GetByLabel("What for").FillAsync("for staying late");
        await page.TapAsync("What for", "Send");
        await page.SeeAsync("You thanked");
        await page.SeeAsync("Solved, and you thanked");

        Assert.NotNull((await QueryAsync(context => context.Asks)).Single().ThankedAt);
        Assert.Empty(page.Refusals);
    }

    [SkippableFact]
    public async Task What_a_colleague_asks_is_taken_with_a_tap()
    {
        await StartAsync();
        await page.GoToAsync(AgentsCast.General);
        await page.SeeAsync("Mention me and say");
        await PostAsync(Of("message", AgentsCast.Sue) with { Text = "ask the printer is jammed" });

        await page.TapAsync("asks everybody", "I can help");
        await page.SeeAsync("It is yours");
        await page.SeeAsync("Mark Weber is on it.");
        await page.GoToAsync(AgentsCast.Personal);
        await page.TapAsync("You are helping", "It is solved");
        await page.SeeAsync("That counts as help given.");

        Assert.Empty(page.Refusals);
    }

    [SkippableFact]
    public async Task A_prompt_is_put_off_comes_again_and_is_stopped()
    {
        await StartAsync(hasPrompts: true);
        await MeetSueAsync();
        await page.SayAsync("thanks @Sue Miller for the laptop");
        await page.SeeAsync("You thanked");

        await WaitForRowsAsync(
            context => context.PromptPlans,
            plans => plans.Count == 2 && plans.TrueForAll(plan => plan.NextAt > Time.GetUtcNow()),
            clockRuns: true);

        // On Friday afternoon RelateBot asks who helped: between three and four, so that not everyone is asked at once.
        var friday = new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero);
        Time.Advance(friday - Time.GetUtcNow());
        await RunClockUntilAsync(page.SeeAsync("You get this because"));
        await page.TapAsync("You get this because", "Later");
        await page.TapAsync("When would be better?", "Next week");
        await page.SeeAsync("I come back to it on Monday, 23 November");

        var mark = (await QueryAsync(context => context.PromptHabits)).Single(habit => habit.SnoozedUntil is not null).PersonId;
        Time.Advance(friday.AddDays(3) - Time.GetUtcNow());
        await WaitForRowsAsync(
            context => context.Prompts,
            prompts => prompts.Exists(prompt => prompt.PersonId == mark && prompt.Day == new DateOnly(2026, 11, 23)),
            clockRuns: true);
        await page.TapAsync("You get this because", "Stop these");
        await page.SeeAsync("Done: no more of these");

        Assert.Single(await QueryAsync(context => context.PromptHabits), habit => habit is { Kind: PromptKind.WhoHelped, IsOn: false });
        Assert.Empty(page.Refusals);
    }

    private async Task StartAsync(bool hasPrompts = false)
    {
        AgentsPlayground.Require();
        Bot = await BotUnderTest.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Teams:DangerouslyAllowUnauthenticatedRequests"] = "true",
                ["Demo:Enabled"] = "false",
                ["Playground:Enabled"] = "false",
                ["Organisation:HelpChannel"] = "General",
                ["Prompts:Enabled"] = hasPrompts ? "true" : "false",
            },
            Time, "Development", logs: Logs);
        clock = RunningClock.Start(Time);
        playground = await AgentsPlayground.StartAsync(Bot.Address);
        page = await AgentsPage.OpenAsync(browser, playground);
        await page.SeeAsync("I remember who helped whom");
    }

    /// <summary>A name can be typed once the bot knows the person.</summary>
    private async Task MeetSueAsync() => await PostAsync(Of("message", AgentsCast.Sue) with { Text = "help" });

    private Task TapAsync(TeamsUser user, string action, string value) => PostAsync(Of("invoke", user) with
    {
        Name = "adaptiveCard/action",
        Value = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = action,
                ["data"] = new JsonObject { ["relatebot"] = new JsonObject { ["action"] = action, ["value"] = value } }
            }
        },
    });

    private TeamsActivity Of(string type, TeamsUser user) => new()
    {
        Type = type,
        Id = NewId().ToString(),
        From = user,
        Place = AgentsCast.General,
        ServiceUrl = playground!.ServiceUrl,
        BotId = AgentsCast.BotId,
        TenantId = AgentsCast.TenantId,
    };

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    private async Task PostAsync(TeamsActivity activity)
    {
        using var response = await Bot.Client.PostAsJsonAsync("/api/messages", activity.ToJson());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task AddDepartmentAsync()
    {
        var sue = (await QueryAsync(context => context.People)).Single(person => person.Name == AgentsCast.Sue.Name);
        await Bot.InScopeAsync(sue.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            var it = new Department { Id = NewId(), OrganisationId = sue.OrganisationId, Name = "IT", Handle = "it" };
            context.Departments.Add(it);
            (await context.People.SingleAsync(person => person.Id == sue.Id)).DepartmentId = it.Id;
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return it;
        });
    }
}
