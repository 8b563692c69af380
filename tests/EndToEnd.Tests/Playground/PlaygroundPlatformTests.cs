using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class PlaygroundPlatformTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;
    private IChatPlatform platform = null!;
    private Workspace workspace = null!;

    public async Task InitializeAsync()
    {
        playground = await PlaygroundUnderTest.StartAsync();
        platform = playground.Bot.Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "playground");
        workspace = (await playground.Bot.Services
            .GetRequiredService<WorkspaceRegistry>()
            .FindAsync("playground", "local", CancellationToken.None))!;
    }

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task A_message_that_is_sent_twice_is_there_once_and_is_found_again()
    {
        var message = To(new Destination.ToPerson("mark"));
        Assert.Null(await platform.FindAsync(message, CancellationToken.None));

        var first = await platform.PostAsync(message, CancellationToken.None);
        var second = await platform.PostAsync(message, CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(first, await platform.FindAsync(message, CancellationToken.None));
        Assert.Single(await playground.MessagesAsync("mark", "@mark"));
    }

    [Fact]
    public async Task A_message_that_is_gone_can_be_taken_back_again_but_not_changed()
    {
        var message = To(new Destination.ToChannel("general"));
        var sent = await platform.PostAsync(message, CancellationToken.None);

        await platform.DeleteAsync(message, sent, CancellationToken.None);
        await platform.DeleteAsync(message, sent, CancellationToken.None);

        Assert.True(
            (await Assert.ThrowsAsync<PlatformException>(() => platform.UpdateAsync(message, sent, CancellationToken.None))).IsPermanent);
    }

    [Fact]
    public async Task A_channel_that_there_is_not_is_refused_for_good() => Assert.True(
        (await Assert.ThrowsAsync<PlatformException>(() =>
            platform.PostAsync(To(new Destination.ToChannel("#nowhere")), CancellationToken.None))).IsPermanent);

    private OutgoingMessage To(Destination destination) => new()
    {
        Id = playground.NewKey(),
        Workspace = workspace,
        Destination = destination,
        Content = ChatMessage.Of(ChatText.Of("Hello")),
        Kept = ChatMessage.Of(ChatText.Of("Hello")),
        CreatedAt = playground.Bot.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
        Accounts = FrozenDictionary<Guid, string>.Empty,
    };
}
