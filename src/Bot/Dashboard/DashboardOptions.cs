namespace RelateBot.Bot.Dashboard;

/// <summary>Section <c>Dashboard</c>: the digest as pages in the browser.</summary>
public sealed class DashboardOptions
{
    public const string Section = "Dashboard";

    /// <summary>The address at which people reach the bot, for example <c>https://relatebot.example.com</c>.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>False when links would lead nowhere, or carry their secret in the clear beyond this machine.</summary>
    public bool IsUsable() => PublicUrl.Length == 0
        || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)));
}
