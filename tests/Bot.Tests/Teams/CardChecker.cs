namespace RelateBot.Bot.Tests.Teams;

/// <summary>Microsoft's own renderer, any event of which is a fault.</summary>
internal static class CardChecker
{
    private static readonly NodeTool tool = new(
        "cards",
        "check-cards.mjs",
        "adaptivecards@3.0.6 jsdom@29.1.1",
        "every card is judged by Microsoft's own renderer",
        "adaptivecards",
        "jsdom");

    public static void Require() => tool.Require();

    public static Task<(bool IsGood, string Said)> CheckAsync(IEnumerable<string> files) => tool.CheckAsync(files);
}
