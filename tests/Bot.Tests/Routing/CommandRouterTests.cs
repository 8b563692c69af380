using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Tests.Reading;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Routing;

public sealed class CommandRouterTests
{
    private static readonly ChatContext context = new(
        Names.Workspace,
        new Person { Id = Guid.Empty, OrganisationId = Guid.Empty, Name = "Mark" });

    [Theory]
    [InlineData("thanks @sue for the lift", "thanks|@sue for the lift")]
    [InlineData("  /Thanks: @sue", "thanks|@sue")]
    [InlineData("Thank you, @sue", "thanks|@sue")]
    [InlineData("thx @sue", "thanks|@sue")]
    [InlineData("THANKYOU", "thanks|")]
    [InlineData("thanksgiving is near", "message")]
    [InlineData("thank yourself", "message")]
    [InlineData("helpful words", "message")]
    [InlineData("privately thanks @sue for the lift", "thanks|--private @sue for the lift")]
    [InlineData("--private THANKS @sue", "thanks|--private @sue")]
    [InlineData("just between us: /thanks @sue", "thanks|--private @sue")]
    [InlineData("private lessons", "message")]
    [InlineData("relate with\u00A0@sue", "under|relate with|@sue")]
    [InlineData("thanks\u202F@sue\u00A0for it", "thanks|@sue for it")]
    [InlineData("relate me", "relate me|")]
    [InlineData("relate ME now", "relate me|now")]
    [InlineData("relate", "relate |")]
    [InlineData("relate dance slowly", "under|relate dance|slowly")]
    [InlineData("", "message")]
    public async Task A_sentence_that_begins_like_a_command_is_that_command(string words, string expected) =>
        Assert.Equal(expected, await RouteAsync(new ChatInput.Message(IncomingText.Of(words))));

    [Fact]
    public async Task A_mention_in_front_is_no_command() =>
        Assert.Equal("message", await RouteAsync(new ChatInput.Message(
            new IncomingText([new IncomingSpan.Mention("u1", "Sue"), new IncomingSpan.Words(" thanks")]))));

    [Theory]
    [InlineData("ask.take", "family ask.take")]
    [InlineData("ask.view", "view")]
    [InlineData("ask.view.more", "family ask.view.more")]
    [InlineData("ask", "otherwise")]
    [InlineData("", "otherwise")]
    [InlineData("tell.take", "otherwise")]
    public async Task A_name_of_its_own_goes_before_the_family(string action, string expected) =>
        Assert.Equal(expected, await RouteAsync(new ChatInput.Action(action, "")));

    [Fact]
    public async Task A_tap_that_stands_for_another_is_routed_as_that_one() =>
        Assert.Equal("family ask.take", await RouteAsync(new ChatInput.Action("prompt.do", "ask.take")));

    [Fact]
    public async Task What_nobody_claims_is_answered_by_whoever_takes_what_is_left_over() =>
        Assert.Equal("otherwise", await RouteAsync(new ChatInput.Home()));

    [Fact]
    public void A_family_ends_with_its_first_dot_or_space()
    {
        var services = Services().AddRoutes(routes => routes.ActionsUnder<Echo>("five.a.", echo => echo.FamilyAsync));

        Assert.Throws<InvalidOperationException>(services.BuildServiceProvider().GetRequiredService<RouteTable>);
    }

    private static async Task<string> RouteAsync(ChatInput input)
    {
        await using var services = Services().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var reply = await scope.ServiceProvider.GetRequiredService<CommandRouter>().RouteAsync(context, input, CancellationToken.None);
        return Assert.IsType<ChatReply.Answer>(reply).Message.Summary;
    }

    private static IServiceCollection Services() => new ServiceCollection().AddRequestRouting().AddScoped<Echo>().AddRoutes(routes => routes
        .Command<Echo>("thanks", echo => echo.CommandAsync)
        .Command<Echo>("help", echo => echo.CommandAsync)
        .Command<Echo>("relate me", echo => echo.CommandAsync)
        .Command<Echo>("relate ", echo => echo.CommandAsync)
        .CommandsUnder<Echo>("relate ", echo => echo.UnderAsync)
        .ActionsUnder<Echo>("ask.", echo => echo.FamilyAsync)
        .Action<Echo>("ask.view", echo => (_, _, _) => echo.SayAsync("view"))
        .Redirect<Echo>("prompt.do", _ => (_, action, _) => Task.FromResult(new ChatInput.Action(action.Value, "")))
        .Kind<ChatInput.Message, Echo>(echo => (_, _, _) => echo.SayAsync("message"))
        .Otherwise<Echo>(echo => (_, _, _) => echo.SayAsync("otherwise")));

    /// <summary>Records which route handled the input.</summary>
    private sealed class Echo
    {
        private readonly Func<string, ChatReply> answer = words => new ChatReply.Answer(ChatMessage.Of(ChatText.Of(words)));

        public Task<ChatReply> SayAsync(string words) => Task.FromResult(answer(words));

        public Task<ChatReply> CommandAsync(ChatContext chat, ChatInput.Command command, CancellationToken cancellationToken) =>
            SayAsync($"{command.Name}|{WordsOf(command)}");

        public Task<ChatReply> UnderAsync(ChatContext chat, ChatInput.Command command, CancellationToken cancellationToken) =>
            SayAsync($"under|{command.Name}|{WordsOf(command)}");

        public Task<ChatReply> FamilyAsync(ChatContext chat, ChatInput.Action action, CancellationToken cancellationToken) =>
            SayAsync($"family {action.Name}");

        private static string WordsOf(ChatInput.Command command) =>
            string.Concat(command.Text.Spans.OfType<IncomingSpan.Words>().Select(span => span.Text));
    }
}
