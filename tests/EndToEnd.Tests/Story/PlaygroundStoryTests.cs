using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.EndToEnd.Tests.Playground;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>Mark's story on the playground, without the demo's people, who have a different history.</summary>
public sealed class PlaygroundStoryTests : BotFixture, IStoryPlatform, IAsyncLifetime
{
    private static readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal)
    {
        [MarksStory.Mark] = "mark",
        [MarksStory.Sue] = "sue"
    };

    private JsonNode? form;

    BotUnderTest IStoryPlatform.Bot => Bot;

    FakeTimeProvider IStoryPlatform.Time => Time;

    public async Task InitializeAsync()
    {
        Bot = await BotUnderTest.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Playground:Enabled"] = "true",
                ["Demo:Enabled"] = "false",
                ["Prompts:Enabled"] = "true"
            }, Time, logs: Logs);
        var workspace = Assert.Single(await QueryAsync(context => context.Workspaces));
        await Bot.InScopeAsync(workspace.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            foreach (var (name, account) in accounts)
            {
                var person = new Person
                {
                    Id = Playground.NewKey(),
                    OrganisationId = workspace.OrganisationId,
                    Name = name,
                    Handle = account
                };
                context.AddRange(
                    person,
                    new Identity
                    {
                        Id = Playground.NewKey(),
                        OrganisationId = workspace.OrganisationId,
                        WorkspaceId = workspace.Id,
                        PersonId = person.Id,
                        ExternalId = account
                    });
            }

            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
    }

    [Fact]
    public Task Mark_asks_is_helped_thanks_and_sees_how_he_stands_with_IT() => new MarksStory(this).PlayAsync();

    Task IStoryPlatform.SayAsync(string who, string command) => Playground.SayAsync(accounts[who], $"@{accounts[who]}", $"/{command}");

    async Task<IReadOnlyList<Line>> IStoryPlatform.OwnLinesAsync(string who) => await ReadAsync(who, $"@{accounts[who]}");

    Task<IReadOnlyList<Line>> IStoryPlatform.LinesInAsync(string channel) => ReadAsync(MarksStory.Mark, $"#{channel}");

    async Task IStoryPlatform.TapAsync(string who, Line line, string button) =>
        form = (await Playground.TapAsync(accounts[who], (JsonNode)line.Original, button))["form"];

    async Task IStoryPlatform.SendThanksAsync(string who, string note)
    {
        Assert.NotNull(form);
        var answers = form["fields"]!
            .AsArray()
            .ToDictionary(field => (string)field!["name"]!, field => Initial(field!["initial"]), StringComparer.Ordinal);
        answers["note"] = [note];
        var filled = new
        {
            @as = accounts[who],
            @in = $"@{accounts[who]}",
            form = (string)form["form"]!,
            state = (string)form["state"]!,
            answers,
            key = Playground.NewKey()
        };
        Assert.Null(
            (await PlaygroundUnderTest.ReadAsync(await Playground.Client.PostAsJsonAsync("/playground/api/forms", filled)))["errors"]);
    }

    private PlaygroundUnderTest Playground => new(Bot);

    private async Task<IReadOnlyList<Line>> ReadAsync(string who, string conversation) =>
        [.. (await Playground.MessagesAsync(accounts[who], conversation)).Where(message => message["author"] is null).Select(Read)];

    private static Line Read(JsonNode message)
    {
        var blocks = message["content"].Deserialize(ChatJson.Readable.ChatMessage)!.Blocks;
        return new Line(
            string.Join('\n', blocks.Select(Words)),
            [.. blocks.OfType<ChatBlock.Buttons>().SelectMany(buttons => buttons.Items).Select(button => button.Label)],
            message);
    }

    private static string Words(ChatBlock block) => block switch
    {
        ChatBlock.Paragraph paragraph => paragraph.Text.ToPlainText(),
        ChatBlock.Small small => small.Text.ToPlainText(),
        ChatBlock.Quote quote => quote.Text,
        _ => "",
    };

    private static string[] Initial(JsonNode? initial) => initial switch
    {
        JsonArray several => [.. several.Select(one => (string)one!)],
        null => [],
        _ => [(string)initial!],
    };
}
