using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;

namespace RelateBot.Bot.Features.Digests;

/// <summary><c>/relate unsung on|off</c>: whether a digest may name the sender. Only they can decide this.</summary>
public sealed class UnsungCommand
{
    public Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        Task.FromResult<ChatReply>(new ChatReply.Answer(Choose(context, command)));

    private static ChatMessage Choose(ChatContext context, ChatInput.Command command)
    {
        switch (CommandWords.ToSubcommand(command).Name)
        {
            case "relate unsung on":
                context.Sender.MayBeNamedUnsung = true;
                return DigestReplies.MayBeNamed();
            case "relate unsung off":
                context.Sender.MayBeNamedUnsung = false;
                return DigestReplies.MayNotBeNamed();
            default:
                return DigestReplies.UnsungUsage(context.Sender.MayBeNamedUnsung);
        }
    }
}
