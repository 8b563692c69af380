using RelateBot.Bot.Chat;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Guide;

/// <summary>Tells what the bot understands.</summary>
public sealed class GuideCommand(IEnumerable<IChatPlatform> platforms)
{
    /// <summary>Short, grouped help with examples.</summary>
    public ChatReply Help(Workspace workspace) =>
        new ChatReply.Answer(GuideMessages.Help(platforms.FirstOrDefault(platform => platform.Name == workspace.Platform)?.AlsoOffers ?? []));

    /// <summary>A kind hint after a sentence that was not understood.</summary>
    public ChatReply Hint() => new ChatReply.Answer(GuideMessages.Hint());

    /// <summary>The same after <c>/relate</c> and a word that means nothing here.</summary>
    public ChatReply NoSuchTopic(string word) => new ChatReply.Answer(GuideMessages.NoSuchTopic(word));

    /// <summary>To somebody of another organisation.</summary>
    public ChatReply Stranger() => new ChatReply.Answer(GuideMessages.Stranger());
}
