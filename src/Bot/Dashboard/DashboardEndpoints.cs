using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;
using RelateBot.Bot.Dashboard.Pages;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Exports;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Dashboard;

/// <summary>The endpoints of the pages. A sign-in link needs a click on a button, because chat clients fetch links automatically.</summary>
internal static class DashboardEndpoints
{
    // Only our own script and style files are allowed: nothing inline and nothing from other sites.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    public static void MapDashboard(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot", "dashboard"));
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            RequestPath = "/dashboard/assets",
            OnPrepareResponse = response => Protect(response.Context.Response, "no-cache"),
        });
        var address = app.Services.GetRequiredService<DashboardAddress>();
        var pages = app.MapGroup("/dashboard").AddEndpointFilter((invocation, next) =>
        {
            Protect(invocation.HttpContext.Response, "no-store");
            if (address.IsSecure)
            {
                // A proxy in front ended TLS. The browser loaded the page over https.
                invocation.HttpContext.Request.Scheme = Uri.UriSchemeHttps;
            }

            return next(invocation);
        });
        pages.MapGet("/", ShowAsync);
        pages.MapGet("/{table}.csv", FileAsync);
        pages.MapGet("/open/{secret}", AskAsync);
        pages.MapPost("/open", OpenAsync);
        pages.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, SessionCookie cookie, DashboardVisitStore visits, OrganisationScope organisations, IAntiforgery antiforgery)
    {
        var (page, refusal) = await PageAsync(http, cookie, visits, organisations, withTrend: true);
        return page is null
            ? Say(refusal!)
            : new RazorComponentResult<Overview>(new { Page = page, Form = antiforgery.GetAndStoreTokens(http) })
            {
                PreventStreamingRendering =
                true
            };
    }

    private static async Task<IResult> FileAsync(
        string table, HttpContext http, SessionCookie cookie, DashboardVisitStore visits, OrganisationScope organisations)
    {
        var (page, refusal) = await PageAsync(http, cookie, visits, organisations, withTrend: table == PageTables.TrendName);
        if (page is null)
        {
            return Say(refusal!);
        }

        var shown = page.Tables.FirstOrDefault(one => one.Name == table) is not { } found
            ? null
            : table == FlowTables.Name ? FlowTables.Whole(page.Digest) : found;
        return shown is null
            ? Say(DashboardNotice.NoSuchView)
            : Results.File(Csv(shown), "text/csv; charset=utf-8", $"{table}-{DashboardPeriods.Name(page.View.Period)}.csv");
    }

    private static async Task<(DashboardPage? Page, DashboardNotice? Refusal)> PageAsync(
        HttpContext http, SessionCookie cookie, DashboardVisitStore visits, OrganisationScope organisations, bool withTrend)
    {
        if (cookie.Read(http.Request) is not { Length: > 0 } session
            || await visits.FindAsync(session, http.RequestAborted) is not { } visit)
        {
            return (null, DashboardNotice.SignIn);
        }

        return await organisations.RunAsync(
            visit.OrganisationId,
            async (DashboardUserResolver users, DashboardPageBuilder builder, CancellationToken token) =>
                await users.FindAsync(visit, token) is { } reader
                    ? await builder.OfAsync(reader, http.Request.Query, withTrend, token)
                    : (null, DashboardNotice.SignIn),
            http.RequestAborted);
    }

    private static async Task<IResult> AskAsync(string secret, HttpContext http, DashboardVisitStore visits, IAntiforgery antiforgery) =>
        await visits.CanOpenAsync(secret, http.RequestAborted)
            ? new RazorComponentResult<Opening>(new { Secret = secret, Form = antiforgery.GetAndStoreTokens(http) })
            {
                PreventStreamingRendering =
                true
            }
            : Say(DashboardNotice.LinkIsOver);

    private static async Task<IResult> OpenAsync(
        HttpContext http,
        DashboardVisitStore visits,
        SessionCookie cookie,
        IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Say(DashboardNotice.Forged);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await visits.OpenAsync(form["secret"].ToString(), http.RequestAborted) is not var (session, visit))
        {
            return Say(DashboardNotice.LinkIsOver);
        }

        cookie.Write(http.Response, session);
        return Results.Redirect($"/dashboard{visit.View}");
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http,
        DashboardVisitStore visits,
        SessionCookie cookie,
        IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Say(DashboardNotice.Forged);
        }

        if (cookie.Read(http.Request) is { } session)
        {
            await visits.EndAsync(session, http.RequestAborted);
        }

        cookie.Remove(http.Response);
        return Say(DashboardNotice.SignedOut);
    }

    private static RazorComponentResult<Notice> Say(DashboardNotice notice) =>
        new(new { Said = notice }) { StatusCode = notice.Status, PreventStreamingRendering = true };

    private static byte[] Csv(FigureTable table) => SpreadsheetWriter.ToBytes(
        table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Plain)]).Prepend(table.Columns));

    private static void Protect(HttpResponse response, string cache)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = cache;
    }
}
