namespace RelateBot.Bot.Tests.Teams;

/// <summary>Microsoft's own validator of app packages, with the schemas that its sister package carries.</summary>
internal static class ManifestChecker
{
    private static readonly NodeTool tool = new(
        "cards",
        "validate-manifest.mjs",
        "@microsoft/teams-manifest@0.1.9 @microsoft/app-manifest@1.1.2",
        "the app package is judged by Microsoft's own validator",
        Path.Combine("@microsoft", "teams-manifest"), Path.Combine("@microsoft", "app-manifest"));

    public static void Require() => tool.Require();

    public static Task<(bool IsGood, string Said)> CheckAsync(string package) => tool.CheckAsync([package]);
}
