using Microsoft.Extensions.FileProviders;

namespace RelateBot.Bot.Playground;

/// <summary>Serves the page from local files, with nothing inline and nothing from other sites.</summary>
internal static class PlaygroundPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri "
            + "'none'; frame-ancestors 'none'";

    public static void MapPage(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot", "playground"));
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            RequestPath = "/playground",
            OnPrepareResponse = response => Protect(response.Context.Response),
        });
        app.MapGet("/", (HttpResponse response) =>
        {
            Protect(response);
            return TypedResults.PhysicalFile(files.GetFileInfo("index.html").PhysicalPath!, "text/html; charset=utf-8");
        });
    }

    private static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Browsers always revalidate the files, so an old page never meets a new version of the bot.
        response.Headers.CacheControl = "no-cache";
    }
}
