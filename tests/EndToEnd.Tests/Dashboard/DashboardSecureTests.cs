using System.Net;

namespace RelateBot.EndToEnd.Tests.Dashboard;

/// <summary>The dashboard behind a proxy that ends TLS.</summary>
public sealed class DashboardSecureTests : DashboardFixture
{
    [Fact]
    public async Task Links_and_cookies_are_for_https_alone()
    {
        await LastMonthAsync();

        var link = await LinkAsync(Sue);
        var sue = NewVisitor();
        await sue.GetAsync(link.AbsolutePath);
        var form = Assert.Single(sue.Response.Headers.GetValues("Set-Cookie"));
        var fields = sue.Page
            .QuerySelectorAll("input")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);

        Assert.Equal("https://relatebot.example.com", link.GetLeftPart(UriPartial.Authority));
        Assert.Contains("secure", form, StringComparison.OrdinalIgnoreCase);

        // The client is on http, so it would keep a secure cookie to itself; a browser on https sends it.
        sue.Cookies.Add(new Cookie("relatebot-form", form.Split('=', 2)[1].Split(';')[0], "/", Bot.Address.Host));
        await sue.PostAsync("/dashboard/open", fields);
        var session = Assert.Single(sue.Response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-relatebot-dashboard=", session, StringComparison.Ordinal);
        Assert.Contains("; secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", session, StringComparison.OrdinalIgnoreCase);
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Dashboard:PublicUrl"] = "https://relatebot.example.com" };
}
