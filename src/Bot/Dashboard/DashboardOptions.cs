namespace RelateBot.Bot.Dashboard;

/// <summary>Section <c>Dashboard</c>: the digest as web pages.</summary>
public sealed class DashboardOptions
{
    public const string Section = "Dashboard";

    /// <summary>The bot's public address, for example <c>https://relatebot.example.com</c>.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>False when the address isn't usable for links, or would send their secret unencrypted beyond this machine.</summary>
    public bool IsUsable() => PublicUrl.Length == 0
        || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)));
}
