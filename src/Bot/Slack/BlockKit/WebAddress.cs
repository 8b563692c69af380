namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Checks addresses before they are used in links.</summary>
internal static class WebAddress
{
    public static bool IsSafe(string url) =>
        url.Length <= BlockKitLimits.Url
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
