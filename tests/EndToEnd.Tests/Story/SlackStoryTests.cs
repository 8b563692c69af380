using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RelateBot.EndToEnd.Tests.Slack;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>Mark's story in Slack.</summary>
public sealed class SlackStoryTests : SlackBotFixture, IStoryPlatform
{
    BotUnderTest IStoryPlatform.Bot => Bot;

    FakeTimeProvider IStoryPlatform.Time => Time;

    [Fact]
    public Task Mark_asks_is_helped_thanks_and_sees_how_he_stands_with_IT() => new MarksStory(this).PlayAsync();

    Task IStoryPlatform.SayAsync(string who, string command)
    {
        var parts = command.Split(' ', 2);
        return Slack.PostSlashCommandAsync(User(who), $"/{parts[0]}", parts[1], General);
    }

    Task<IReadOnlyList<Line>> IStoryPlatform.OwnLinesAsync(string who) =>
        Task.FromResult<IReadOnlyList<Line>>([.. Workspace
            .MessagesTo(User(who))
            .Concat(Workspace.Messages.EphemeralsTo(User(who)))
            .Select(Read)]);

    Task<IReadOnlyList<Line>> IStoryPlatform.LinesInAsync(string channel) =>
        Task.FromResult<IReadOnlyList<Line>>([.. Workspace.Channel(channel).Messages.Select(Read)]);

    Task IStoryPlatform.TapAsync(string who, Line line, string button)
    {
        var message = (SlackMessage)line.Original;
        var action = ButtonsOf(message).First(element => Label(element) == button).GetProperty("action_id").GetString()!;
        return Slack.ClickAsync(User(who), message, action);
    }

    async Task IStoryPlatform.SendThanksAsync(string who, string note)
    {
        var sent = await Slack.SubmitViewAsync(
            User(who),
            await Workspace.Views.WaitForModalAsync(User(who)),
            new SlackViewState().Text("note", note));
        Assert.Empty(sent.Errors);
    }

    protected override void Prepare() => Workspace.AddChannel(IStoryPlatform.HelpChannel);

    protected override async Task StartedAsync()
    {
        await base.StartedAsync();
        await Stage.SayAsync(Mark.RealName, "relate help");
        await Stage.SayAsync(Sue.RealName, "relate help");
        await WaitForRowsAsync(
            context => context.People,
            people => people.Count(person => person.Name == Mark.RealName || person.Name == Sue.RealName) == 2,
            clockRuns: true);
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Prompts:Enabled"] = "true" };

    private IStoryPlatform Stage => this;

    private SlackUser User(string name) => new[] { Mark, Sue }.Single(user => user.RealName == name);

    private Line Read(SlackMessage message) => new(
        string.Join('\n', message.Blocks.EnumerateArray().Select(block => string.Concat(Words(block)))),
        [.. ButtonsOf(message).Select(Label)],
        message);

    private IEnumerable<string> Words(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Words),
        JsonValueKind.Object when element.TryGetProperty("user_id", out var id) =>
            [Workspace.Users.First(user => id.ValueEquals(user.Id)).RealName],
        JsonValueKind.Object when element.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String =>
            [Workspace.Users.Aggregate(
                text.GetString()!,
                (words, user) => words.Replace($"<@{user.Id}>", user.RealName, StringComparison.Ordinal))],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Words(property.Value)),
        _ => [],
    };

    private static IEnumerable<JsonElement> ButtonsOf(SlackMessage message) => message.Blocks.EnumerateArray()
        .Where(block => block.GetProperty("type").ValueEquals("actions"))
        .SelectMany(block => block.GetProperty("elements").EnumerateArray());

    private static string Label(JsonElement button) => button.GetProperty("text").GetProperty("text").GetString()!;
}
