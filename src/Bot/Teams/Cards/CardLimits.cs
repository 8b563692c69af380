namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// The limits of Teams: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages and the card pages.
/// Together they keep every card below 25 KB. A message may have 28 KB.
/// </summary>
internal static class CardLimits
{
    /// <summary>Bytes of all text in a card's body, as JSON.</summary>
    public const int AllText = 10_000;

    public const int Blocks = 40;
    public const int Mentions = 20;

    /// <summary>People who can have their own view of a card.</summary>
    public const int Viewers = 60;

    /// <summary>Actions beyond this number are in the "…" menu.</summary>
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

    /// <summary>Bytes of all options of all choices, including their values.</summary>
    public const int AllOptions = 9_000;

    /// <summary>Characters of prefilled text.</summary>
    public const int Value = 3_000;

    public const int Url = 1_000;

    /// <summary>
    /// Up to this many options are all visible. More are in a drop-down list, and above the second limit people type to search.
    /// </summary>
    public const int OptionsInSight = 4;
    public const int OptionsToScroll = 12;
}
