using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>Carries a session's secret. Lax, not strict: whoever follows a kept address from the chat is still signed in.</summary>
internal sealed class SessionCookie(DashboardAddress address)
{
    // Browsers take a cookie of this prefix only over TLS, and from no other host.
    private string Name => address.IsSecure ? "__Host-relatebot-dashboard" : "relatebot-dashboard";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string session) => response.Cookies.Append(Name, session, Options(DashboardVisit.SessionLife));

    public void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options(life: null));

    private CookieOptions Options(TimeSpan? life) => new()
    {
        HttpOnly = true, Secure = address.IsSecure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = life,
    };
}
