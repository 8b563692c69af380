using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>
/// The cookie with a session's secret. It is Lax, not Strict, so people who open a saved address from the chat stay signed in.
/// </summary>
internal sealed class SessionCookie(DashboardAddress address)
{
    // Browsers accept a cookie with this prefix only over TLS and only from this host.
    private string Name => address.IsSecure ? "__Host-relatebot-dashboard" : "relatebot-dashboard";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string session) => response.Cookies.Append(Name, session, Options(DashboardVisit.SessionLife));

    public void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options(life: null));

    private CookieOptions Options(TimeSpan? life) => new()
    {
        HttpOnly = true, Secure = address.IsSecure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = life,
    };
}
