namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>
/// Slack's size limits, from the block reference pages. Counted in UTF-16 units, which is at least as strict as Slack's count.
/// </summary>
internal static class BlockKitLimits
{
    public const int Blocks = 50;
    public const int ViewBlocks = 100;
    public const int HeaderText = 150;
    public const int BlockText = 3000;
    public const int FallbackText = 3000;

    /// <summary>Undocumented. Above about 12,000 characters in total Slack has returned <c>msg_blocks_too_long</c>.</summary>
    public const int AllText = 11_000;

    public const int TableRows = 100;
    public const int TableColumns = 20;

    /// <summary>Keeps twenty rows of twenty columns below Slack's limit of 10,000 characters for all cells.</summary>
    public const int TableCell = 24;

    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int ActionId = 255;
    public const int Buttons = 25;
    public const int Url = 3000;
    public const int ViewTitle = 24;
    public const int InputLabel = 2000;
    public const int InputText = 3000;
    public const int OptionText = 75;
    public const int Options = 100;
    public const int RadioOptions = 10;
}
