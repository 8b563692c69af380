using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RelateBot.Bot.Hosting;

/// <summary>
/// <c>GET /healthz/ready</c>: 200 when the database answers and no job is stuck, otherwise 503. The body has one line for each check.
/// </summary>
internal static class ReadyEndpoint
{
    public static void MapReady(this IEndpointRouteBuilder routes) =>
        routes.MapHealthChecks(
            "/healthz/ready",
            new HealthCheckOptions
            {
                ResponseWriter = (context, report) => context.Response.WriteAsync(
                Lines(report),
                context.RequestAborted)
            });

    private static string Lines(HealthReport report) => string.Concat(report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => $"{entry.Key}: {entry.Value.Status}. {entry.Value.Description}".TrimEnd() + "\n"));
}
