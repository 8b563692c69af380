using System.Net;

namespace RelateBot.EndToEnd.Tests.Dashboard;

/// <summary>What the pages show and what they don't.</summary>
public sealed class DashboardViewTests : DashboardFixture
{
    [Fact]
    public async Task A_head_reads_the_own_department_and_no_other()
    {
        await LastMonthAsync();
        var sue = await EnterAsync(Sue);

        Assert.Contains("Helps given7", Squeezed(sue), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("/dashboard?period=2026-10&department=IT")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sue.GetAsync("/dashboard?department=%3DSales")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sue.GetAsync("/dashboard?department=Legal")).Status);
        Assert.DoesNotContain("whole organisation", (await sue.GetAsync("/dashboard")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_administrator_reads_the_organisation_and_each_department_and_nothing_of_another_organisation()
    {
        await LastMonthAsync();
        var ana = await EnterAsync(Ana);

        var whole = ana.Page.Source.Text;
        Assert.Contains("Helps7", Squeezed(ana), StringComparison.Ordinal);
        Assert.Contains("Helps given0", Squeezed(await ana.GetAsync("/dashboard?department=%3DSales")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/dashboard?department=Foreign%20One")).Status);
        Assert.DoesNotContain("Foreign", whole + await ana.FileAsync("/dashboard/flows.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", whole.Replace("name=\"secret\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_department_has_no_figures_in_any_view_or_file()
    {
        await LastMonthAsync();
        var ana = await EnterAsync(Ana);

        var flows = await ana.FileAsync("/dashboard/flows.csv?period=2026-10");
        Assert.Contains("\"Legal\",\"'=Sales\",\"few\",\"few\",\"few\",\"few\"", flows, StringComparison.Ordinal);
        await ana.GetAsync("/dashboard?department=Legal");
        Assert.Contains("Few: Legal has fewer than 5 people", ana.Text, StringComparison.Ordinal);
        Assert.Empty(ana.Page.QuerySelectorAll("table"));
        await ana.FileAsync("/dashboard/trend.csv?department=Legal");
        Assert.Equal(HttpStatusCode.NotFound, ana.Status);
        Assert.EndsWith("\"Oct 2026\",7,1,0,\"14 %\"", (await ana.FileAsync("/dashboard/trend.csv")).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_what_the_page_shows_and_starts_no_formula()
    {
        await LastMonthAsync();
        var sue = await EnterAsync(Sue);

        var flows = await sue.FileAsync("/dashboard/flows.csv");
        Assert.Equal("text/csv", sue.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", sue.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(sue.Response.Headers.CacheControl!.NoStore);
        Assert.Contains(",\"'=Sales\",7,0,0,0", flows, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", flows, StringComparison.Ordinal);
        Assert.Contains(",\"'=Sales\",7,0", await sue.FileAsync("/dashboard/one-way-streets.csv"), StringComparison.Ordinal);
        await sue.FileAsync("/dashboard/nonsense.csv");
        Assert.Equal(HttpStatusCode.NotFound, sue.Status);
        var stranger = NewVisitor();
        await stranger.FileAsync("/dashboard/flows.csv");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
    }

    [Theory]
    [InlineData("2026-11")] // not over
    [InlineData("2026-W47")] // not over
    [InlineData("2026-10-12")]
    [InlineData("2019-01")]
    [InlineData("<script>")]
    public async Task Only_whole_weeks_and_months_that_are_over_are_shown(string period)
    {
        await LastMonthAsync();
        var ana = await EnterAsync(Ana);

        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync($"/dashboard?period={Uri.EscapeDataString(period)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync("/dashboard?period=2026-W42")).Status);
        Assert.Contains("Helps7", Squeezed(ana), StringComparison.Ordinal);
        Assert.Equal("/dashboard?period=2026-W41", ana.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    private static string Squeezed(DashboardVisitor visitor) => string.Concat(visitor.Page.QuerySelectorAll(".figures .card").Select(card =>
        string.Concat(card.Children.Select(child => (child.QuerySelector("strong") ?? child).TextContent.Trim()))));
}
