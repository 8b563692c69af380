using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Renders a platform-neutral home page as App Home.</summary>
public static class HomeRenderer
{
    /// <summary>Renders the page. People with an account here are mentioned; others are named.</summary>
    public static HomeView Render(ChatHome home, IReadOnlyDictionary<Guid, string> accounts) => new(
    [
        .. home.Sections.SelectMany((section, index) => (IEnumerable<Block>)
        [
            .. index == 0 ? Array.Empty<Block>() : [new DividerBlock()],
            new HeaderBlock(TextObject.Plain(section.Title, BlockKitLimits.HeaderText)),
            .. BlockKitRenderer.Draw(section.Blocks, accounts, BlockKitLimits.Blocks),
        ]).Take(BlockKitLimits.ViewBlocks),
    ]);
}
