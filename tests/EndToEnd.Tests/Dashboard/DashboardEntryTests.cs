using System.Net;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Dashboard;

/// <summary>Sign-in, session lifetime and sign-out.</summary>
public sealed class DashboardEntryTests : DashboardFixture
{
    [Fact]
    public async Task A_link_is_looked_at_as_often_as_one_likes_and_opens_once()
    {
        await LastMonthAsync();
        var link = await LinkAsync(Sue);
        var (preview, sue, second) = (NewVisitor(), NewVisitor(), NewVisitor());

        await preview.GetAsync(link.AbsolutePath);
        await second.GetAsync(link.AbsolutePath);
        await sue.EnterAsync(link);
        await second.PressAsync("Open");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("IT", sue.Page.QuerySelector("h1")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("October 2026", sue.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Equal(HttpStatusCode.Gone, (await preview.GetAsync(link.AbsolutePath)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task Of_many_who_press_at_once_one_gets_in()
    {
        await LastMonthAsync();
        var link = await LinkAsync(Sue);
        var visitors = Enumerable.Range(0, 8).Select(_ => NewVisitor()).ToList();
        foreach (var visitor in visitors)
        {
            await visitor.GetAsync(link.AbsolutePath);
        }

        await Task.WhenAll(visitors.Select(visitor => visitor.PressAsync("Open")));

        Assert.Single(visitors, visitor => visitor.Status is HttpStatusCode.Redirect);
        Assert.Equal(7, visitors.Count(visitor => visitor.Status is HttpStatusCode.Gone));
    }

    [Fact]
    public async Task A_link_is_over_after_ten_minutes_and_a_session_after_eight_hours()
    {
        await LastMonthAsync();
        var (late, onTime) = (await LinkAsync(Sue), NewVisitor());
        await onTime.GetAsync(late.AbsolutePath);

        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Gone, (await onTime.PressAsync("Open")).Status);

        var sue = NewVisitor();
        var link = await LinkAsync(Sue);
        Time.Advance(TimeSpan.FromMinutes(9) + TimeSpan.FromSeconds(59));
        await sue.EnterAsync(link);
        Time.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("/dashboard")).Status);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await sue.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task No_secret_of_a_link_or_a_session_is_in_the_database()
    {
        await LastMonthAsync();
        var link = await LinkAsync(Sue);
        var hash = Assert.Single(await QueryAsync(context => context.DashboardVisits)).SecretHash;
        var sue = await NewVisitor().EnterAsync(link);

        var visit = Assert.Single(await QueryAsync(context => context.DashboardVisits));
        var session = sue.Cookies.GetCookies(Bot.Address)["relatebot-dashboard"]!.Value;
        Assert.NotEqual(hash, visit.SecretHash);
        Assert.DoesNotContain(visit.SecretHash, new[] { session, link.Segments[^1] });
        Assert.DoesNotContain(link.Segments[^1], Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_does_nothing()
    {
        await LastMonthAsync();
        var link = await LinkAsync(Sue);
        var sue = NewVisitor();

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await sue.PostAsync("/dashboard/open", new Dictionary<string, string> { ["secret"] = link.Segments[^1] })).Status);
        await sue.EnterAsync(link);
        Assert.Equal(HttpStatusCode.BadRequest, (await sue.PostAsync("/dashboard/sign-out", new Dictionary<string, string>())).Status);
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_even_for_a_copy_of_the_cookie()
    {
        await LastMonthAsync();
        var sue = await EnterAsync(Sue);
        var copy = NewVisitor();
        copy.Cookies.Add(sue.Cookies.GetCookies(Bot.Address));
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/dashboard")).Status);

        await sue.PressAsync("Sign out");

        Assert.Contains("You are signed out", sue.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/dashboard")).Status);
        Assert.Empty(await QueryAsync(context => context.DashboardVisits));
    }

    [Fact]
    public async Task Who_loses_the_right_sees_nothing_from_that_moment_on()
    {
        await LastMonthAsync();
        var (sue, ana) = (await EnterAsync(Sue), await EnterAsync(Ana));
        Assert.Equal(HttpStatusCode.OK, ana.Status);

        await ChangeAsync(context =>
        {
            context.Departments.Single(department => department.HeadId != null).HeadId = null;
            return Task.CompletedTask;
        });
        Workspace.Put(Ana with { IsAdmin = false });

        foreach (var visitor in new[] { sue, ana })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/dashboard")).Status);
            Assert.Contains("for those who lead a department", visitor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("7", visitor.Text, StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE", (await visitor.FileAsync("/dashboard/flows.csv")).TrimStart(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_else_gets_a_link()
    {
        await LastMonthAsync();

        Assert.Contains("lead a department", await AnswerAsync(Mark), StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.DashboardVisits));
        Assert.Equal(HttpStatusCode.Gone, (await NewVisitor().GetAsync("/dashboard/open/" + new string('a', 43))).Status);
        Assert.Equal(DashboardVisit.LinkLife, TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Nothing_inline_nothing_kept_nothing_from_elsewhere()
    {
        await LastMonthAsync();
        var link = await LinkAsync(Sue);
        var sue = NewVisitor();
        await sue.GetAsync(link.AbsolutePath);
        await sue.PressAsync("Open");
        var cookie = Assert.Single(
            sue.Response.Headers.GetValues("Set-Cookie"),
            value => value.StartsWith("relatebot-dashboard=", StringComparison.Ordinal));
        await sue.GetAsync("/dashboard");

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=28800", cookie, StringComparison.OrdinalIgnoreCase);
        var policy = Assert.Single(sue.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(sue.Response.Headers.CacheControl!.NoStore);
        Assert.All(sue.Page.QuerySelectorAll("script, link[rel=stylesheet]"), element =>
            Assert.StartsWith("/dashboard/assets/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(sue.Page.QuerySelectorAll("style, [style], [onclick], [onload]"));
        foreach (var asset in sue.Page.QuerySelectorAll("script, link[rel=stylesheet]"))
        {
            Assert.True((await sue.FileAsync(asset.GetAttribute("src") ?? asset.GetAttribute("href")!)).Length > 1000);
            Assert.Equal(HttpStatusCode.OK, sue.Status);
        }
    }
}
