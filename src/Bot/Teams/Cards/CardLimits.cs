namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// What Teams takes: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages and the card pages. Kept by
/// construction, so that every card stays below 25 KB of the 28 KB that a message may have.
/// </summary>
internal static class CardLimits
{
    /// <summary>Bytes of all text in a card's body, as it is written.</summary>
    public const int AllText = 10_000;

    public const int Blocks = 40;
    public const int Mentions = 20;

    /// <summary>People to whom a card may look different.</summary>
    public const int Viewers = 60;

    /// <summary>More than that hide behind "…".</summary>
    public const int Actions = 6;

    /// <summary>Rows of actions.</summary>
    public const int Rows = 2;

    public const int TableRows = 12;
    public const int TableColumns = 8;
    public const int TableCell = 40;
    public const int Bars = 10;

    public const int ActionTitle = 75;
    public const int Title = 75;
    public const int Label = 150;
    public const int Summary = 200;
    public const int OptionText = 75;

    /// <summary>Bytes of all options of all choices, with their values.</summary>
    public const int AllOptions = 9_000;

    /// <summary>Characters of what is filled in at the start.</summary>
    public const int Value = 3_000;

    public const int Url = 1_000;

    /// <summary>Up to here all options are seen at once, beyond they drop down, and beyond the second one types to find one.</summary>
    public const int OptionsInSight = 4;
    public const int OptionsToScroll = 12;
}
