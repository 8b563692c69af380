using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Features.Guide;

/// <summary>Tells what the bot understands.</summary>
public sealed class GuideCommand
{
    /// <summary>Short, grouped help with examples.</summary>
    public ChatReply Help() => new ChatReply.Answer(GuideMessages.Help());

    /// <summary>A kind hint after a sentence that was not understood.</summary>
    public ChatReply Hint() => new ChatReply.Answer(GuideMessages.Hint());
}
