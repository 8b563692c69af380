namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Addresses that may stand behind a link.</summary>
internal static class WebAddress
{
    public static bool IsSafe(string url) =>
        url.Length <= BlockKitLimits.Url
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
