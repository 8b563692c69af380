using RelateBot.Bot.Chat;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Guide;

/// <summary>Tells what the bot understands.</summary>
public sealed class GuideCommand(IEnumerable<IChatPlatform> platforms, TimeProvider clock)
{
    private static readonly TimeSpan BetweenHints = TimeSpan.FromHours(8);

    /// <summary>Short, grouped help with examples.</summary>
    public ChatReply Help(Workspace workspace)
    {
        var platform = platforms.First(platform => platform.Name == workspace.Platform);
        return new ChatReply.Answer(GuideMessages.Help(platform.AlsoOffers, platform.CommandNote));
    }

    /// <summary>A kind hint after a command that was not understood.</summary>
    public ChatReply Hint() => new ChatReply.Answer(GuideMessages.Hint());

    /// <summary>The same after a sentence, which may not have been meant for the bot: once, and not again for some hours.</summary>
    public ChatReply HintNow(ChatContext context)
    {
        var now = clock.GetUtcNow();
        if (context.Sender.HintedAt is { } last && now - last < BetweenHints)
        {
            return new ChatReply.Nothing();
        }

        context.Sender.HintedAt = now;
        return Hint();
    }

    /// <summary>The first words in a place.</summary>
    public ChatReply Welcome(ChatInput.Installed installed) =>
        new ChatReply.Answer(installed.InPersonalChat ? GuideMessages.WelcomeYou() : GuideMessages.WelcomeAll());

    /// <summary>What is stored, in short.</summary>
    public ChatReply Privacy() => new ChatReply.Answer(GuideMessages.Privacy());

    /// <summary>The same after <c>/relate</c> and a word that means nothing here.</summary>
    public ChatReply NoSuchTopic(string word) => new ChatReply.Answer(GuideMessages.NoSuchTopic(word));

    /// <summary>To somebody of another organisation.</summary>
    public ChatReply Stranger() => new ChatReply.Answer(GuideMessages.Stranger());
}
