using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Features.Digests;

/// <summary><c>/relate unsung on|off</c>: whether a digest may name the sender. Nobody else decides that.</summary>
public static class UnsungCommand
{
    public static ChatReply Handle(ChatContext context, ChatInput.Command command)
    {
        switch (Sentence.ToSubcommand(command).Name)
        {
            case "relate unsung on":
                context.Sender.MayBeNamedUnsung = true;
                return new ChatReply.Answer(DigestNotices.MayBeNamed());
            case "relate unsung off":
                context.Sender.MayBeNamedUnsung = false;
                return new ChatReply.Answer(DigestNotices.MayNotBeNamed());
            default:
                return new ChatReply.Answer(DigestNotices.UnsungUsage(context.Sender.MayBeNamedUnsung));
        }
    }
}
