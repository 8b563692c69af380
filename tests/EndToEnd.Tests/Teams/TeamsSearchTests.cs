using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The message extension's search for offers, which can be inserted into a chat.</summary>
public sealed class TeamsSearchTests : TeamsBotFixture
{
    [Theory]
    [InlineData("", "R&D")]
    [InlineData("r&", "R&D")]
    [InlineData("#vp", "#vpn", "R&amp;D, Sue Miller")]
    [InlineData("sue", "Sue Miller", "Offers help with #vpn")]
    public async Task Departments_topics_and_colleagues_are_found_by_their_beginning(string words, string title, string? text = null)
    {
        await OfferAsync();

        var found = Assert.Single(Attachments(await SearchAsync(words)));

        Assert.Equal("application/vnd.microsoft.card.adaptive", found.GetProperty("contentType").GetString());
        var preview = found.GetProperty("preview").GetProperty("content");
        Assert.Equal(title, preview.GetProperty("title").GetString());
        Assert.Contains(text ?? "Offers help with", preview.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_into_a_chat_mentions_nobody_and_has_no_buttons()
    {
        await OfferAsync();

        var card = Assert.Single(Attachments(await SearchAsync("sue"))).GetProperty("content").GetRawText();

        Assert.Contains("Sue Miller offers help with #vpn", card, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_found_a_sentence_says_so()
    {
        await OfferAsync();

        var answer = (await SearchAsync("juggling")).GetProperty("composeExtension");

        Assert.Equal("message", answer.GetProperty("type").GetString());
        Assert.Contains("Nobody offers that yet", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_search_changes_nothing()
    {
        await OfferAsync();
        var deliveries = (await QueryAsync(context => context.Deliveries)).Count;

        await SearchAsync("vpn");

        Assert.Equal(deliveries, (await QueryAsync(context => context.Deliveries)).Count);
    }

    [Fact]
    public async Task Another_search_is_not_ours()
    {
        using var response = await Teams.InvokeAsync(
            Mark,
            General,
            "composeExtension/query",
            new JsonObject { ["commandId"] = "somebody_elses" });

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    /// <summary>Before anything is typed Teams asks as well.</summary>
    private async Task<JsonElement> SearchAsync(string words)
    {
        var (name, value) = words.Length == 0 ? ("initialRun", "true") : ("words", words);
        using var response = await Teams.InvokeAsync(Mark, General, "composeExtension/query", new JsonObject
        {
            ["commandId"] = "find_help",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = name, ["value"] = value }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<JsonElement> Attachments(JsonElement answer) =>
        answer.GetProperty("composeExtension").GetProperty("attachments").EnumerateArray();

    private async Task OfferAsync()
    {
        await Teams.SayAsync(Sue, Tenant.AddPersonal(Sue), "relate offer #vpn");
        var sue = (await QueryAsync(context => context.People)).Single(person => person.Name == Sue.Name);
        await Bot.InScopeAsync(sue.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            var department = new Department
            {
                Id = Guid.CreateVersion7(Time.GetUtcNow()),
                OrganisationId = sue.OrganisationId,
                Name = "R&D",
                Handle = "rnd"
            };
            context.Departments.Add(department);
            context.Offers.Add(new Offer
            {
                OrganisationId = sue.OrganisationId,
                OwnerId = department.Id,
                Topic = "vpn",
                IsDepartment = true,
                OfferedAt = Time.GetUtcNow()
            });
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }
}
