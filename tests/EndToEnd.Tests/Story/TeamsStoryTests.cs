using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RelateBot.EndToEnd.Tests.Teams;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>Mark's story in Teams.</summary>
public sealed class TeamsStoryTests : TeamsBotFixture, IStoryPlatform
{
    // How a reader sees what stands in a card.
    private static readonly (string Written, string Read)[] markdown = [("<at>", ""), ("</at>", ""), ("**", ""), ("\n\n", "\n")];

    BotUnderTest IStoryPlatform.Bot => Bot;

    FakeTimeProvider IStoryPlatform.Time => Time;

    [Fact]
    public async Task Mark_asks_is_helped_thanks_and_sees_how_he_stands_with_IT()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.InstallAsync(Sue, ChatOf(Sue.Name));
        await Stage.SayAsync(Mark.Name, "relate help");
        await Stage.SayAsync(Sue.Name, "relate help");

        await new MarksStory(this).PlayAsync();
    }

    Task IStoryPlatform.SayAsync(string who, string command) => Teams.SayAsync(User(who), ChatOf(who), command);

    Task<IReadOnlyList<Line>> IStoryPlatform.OwnLinesAsync(string who) =>
        Task.FromResult<IReadOnlyList<Line>>([.. Tenant.Messages
            .Where(message => message.Conversation == ChatOf(who).Id || message.OnlyFor == User(who).Id)
            .Select(Read)]);

    Task<IReadOnlyList<Line>> IStoryPlatform.LinesInAsync(string channel) => Task.FromResult<IReadOnlyList<Line>>(
        [.. Tenant.Messages
            .Where(message => message.OnlyFor is null && message.Conversation.StartsWith($"19:{channel}@", StringComparison.Ordinal))
            .Select(Read)]);

    async Task IStoryPlatform.TapAsync(string who, Line line, string button)
    {
        using var response = await Teams.ExecuteAsync(User(who), (TeamsMessage)line.Original, button);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    async Task IStoryPlatform.SendThanksAsync(string who, string note)
    {
        var form = await RunClockUntilAsync(Tenant.WaitForMessageAsync(ChatOf(who), "graph.microsoft.com/users"));
        var filledIn = Everywhere(form.Card)
            .Where(element =>
                element.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal))
            .Where(input => input.TryGetProperty("value", out _))
            .Select(input => (input.GetProperty("id").GetString()!, input.GetProperty("value").GetString()!));
        using var response = await Teams.ExecuteAsync(User(who), form, "Send", [.. filledIn, ("note", note)]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    protected override Dictionary<string, string?> Settings()
    {
        Tenant.AddChannel(TeamId, IStoryPlatform.HelpChannel, Mark, Sue);
        return new(base.Settings(), StringComparer.Ordinal) { ["Prompts:Enabled"] = "true" };
    }

    private IStoryPlatform Stage => this;

    private TeamsUser User(string name) => new[] { Mark, Sue }.Single(user => user.Name == name);

    private TeamsConversation ChatOf(string who) => Tenant.AddPersonal(User(who));

    private static Line Read(TeamsMessage message) => new(
        markdown.Aggregate(
            string.Join('\n', Texts(message.Card, "text")),
            (words, mark) => words.Replace(mark.Written, mark.Read, StringComparison.Ordinal)),
        [.. Texts(message.Card, "title")], message);

    private static IEnumerable<string> Texts(JsonElement card, string property) =>
        Everywhere(card.GetProperty("body"))
            .Where(element => element.TryGetProperty(property, out _))
            .Select(element => element.GetProperty(property).GetString()!);

    private static IEnumerable<JsonElement> Everywhere(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(property => Everywhere(property.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Everywhere),
        _ => [],
    };
}
