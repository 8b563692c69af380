using System.Text;
using System.Text.Encodings.Web;

namespace RelateBot.Bot.Slack.Install;

/// <summary>A page with a heading, a sentence and an optional link to try again. It loads no resources and runs no script.</summary>
public sealed class InstallPage(int status, string heading, string sentence, bool offersToBegin) : IResult
{
    public static InstallPage Installed(string name) => new(
        StatusCodes.Status200OK,
        $"RelateBot is installed in {name}",
        "You can close this page. In Slack, /thanks opens a form, and /relate shows what else there is.",
        offersToBegin: false);

    public static InstallPage Denied { get; } = new(
        StatusCodes.Status200OK,
        "Nothing was installed",
        "You did not allow it in Slack, and that is fine. Should you change your mind, begin again.",
        offersToBegin: true);

    public static InstallPage Forged { get; } = new(
        StatusCodes.Status400BadRequest,
        "This link does not come from here",
        "Nothing was installed. An installation begins on this site; please begin here.",
        offersToBegin: true);

    public static InstallPage OtherBrowser { get; } = new(
        StatusCodes.Status400BadRequest, "This was begun elsewhere",
        "Nothing was installed. An installation has to end in the browser in which it began, and that browser has to accept a cookie. "
            + "Please begin again in this one.", offersToBegin: true);

    public static InstallPage Expired { get; } = new(
        StatusCodes.Status400BadRequest,
        "That took a little long",
        "Nothing was installed: Slack's consent is good for ten minutes here. Please begin again.",
        offersToBegin: true);

    public static InstallPage CodeRefused { get; } = new(
        StatusCodes.Status400BadRequest,
        "Slack did not accept this any more",
        "Its code is good for one use and ten minutes, and this one is over. Please begin again.",
        offersToBegin: true);

    public static InstallPage Misconfigured { get; } = new(
        StatusCodes.Status500InternalServerError, "Slack refused the app itself",
        "Nothing was installed. Whoever runs RelateBot finds the reason in its log; most often the client secret or the redirect address "
            + "differs from the app's page.", offersToBegin: false);

    public static InstallPage Unreachable { get; } = new(
        StatusCodes.Status502BadGateway,
        "Slack did not answer",
        "Nothing was installed. Please begin again in a minute.",
        offersToBegin: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";

        // The page's address contains a code.
        response.Headers["Referrer-Policy"] = "no-referrer";
        var encode = HtmlEncoder.Default;
        var link = offersToBegin ? $"<p><a href=\"{InstallEndpoints.BeginPath}\">Begin again</a></p>\n" : "";
        await response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{encode.Encode(heading)}</title></head>
            <body>
            <main>
            <h1>{encode.Encode(heading)}</h1>
            <p>{encode.Encode(sentence)}</p>
            {link}</main>
            </body>
            </html>

            """,
            Encoding.UTF8, httpContext.RequestAborted);
    }
}
