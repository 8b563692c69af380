using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Features.Guide;

/// <summary>Explains what the bot understands.</summary>
public sealed class GuideCommand(IEnumerable<IChatPlatform> platforms, TimeProvider clock)
{
    private const string Below = "relate ";
    private static readonly TimeSpan BetweenHints = TimeSpan.FromHours(8);

    /// <summary>Shows short, grouped help with examples.</summary>
    public Task<ChatReply> HelpAsync(ChatContext context, ChatInput input, CancellationToken cancellationToken)
    {
        var platform = platforms.First(platform => platform.Name == context.Workspace.Platform);
        return Answer(GuideMessages.Help(platform.ExtraHelpLines, platform.CommandNote));
    }

    /// <summary>Gives a hint after a command that wasn't understood.</summary>
    public Task<ChatReply> NotUnderstoodAsync(ChatContext context, ChatInput input, CancellationToken cancellationToken) =>
        Answer(GuideMessages.Hint());

    /// <summary>Gives the same hint after a sentence, which may not be meant for the bot: at most once in eight hours.</summary>
    public Task<ChatReply> HintAsync(ChatContext context, ChatInput.Message message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (context.Sender.HintedAt is { } last && now - last < BetweenHints)
        {
            return Task.FromResult<ChatReply>(new ChatReply.Nothing());
        }

        context.Sender.HintedAt = now;
        return Answer(GuideMessages.Hint());
    }

    /// <summary>Welcomes the person or the group that the bot was added to.</summary>
    public Task<ChatReply> WelcomeAsync(ChatContext context, ChatInput.Installed installed, CancellationToken cancellationToken) =>
        Answer(installed.InPersonalChat ? GuideMessages.WelcomeYou() : GuideMessages.WelcomeAll());

    /// <summary>Says briefly what is stored.</summary>
    public Task<ChatReply> PrivacyAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken) =>
        Answer(GuideMessages.Privacy());

    /// <summary>Gives a hint after <c>/relate</c> and an unknown word.</summary>
    public Task<ChatReply> NoSuchTopicAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        Answer(GuideMessages.NoSuchTopic(command.Name[Below.Length..]));

    private static Task<ChatReply> Answer(ChatMessage message) => Task.FromResult<ChatReply>(new ChatReply.Answer(message));
}
