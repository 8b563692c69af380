using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Filters every request to the playground.</summary>
internal static class PlaygroundRequestFilter
{
    /// <summary>
    /// Returns refusals as text. Refuses host names that aren't this machine's (DNS rebinding), and remote requests that arrive before <see
    /// cref="LocalAddressGuard"/> could stop the host.
    /// </summary>
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        try
        {
            return IsForThisMachine(invocation.HttpContext)
                ? await next(invocation)
                : throw new PlaygroundException(
                    StatusCodes.Status403Forbidden,
                    $"The playground answers on this machine's own names only, such as localhost, and not on {request.Host.Host}.");
        }
        catch (PlaygroundException refused)
        {
            return TypedResults.Json(new Refusal(refused.Message), statusCode: refused.Status);
        }
    }

    /// <summary>Allows changes only from pages of this address. Requests from programs other than browsers have no origin.</summary>
    public static ValueTask<object?> KeepToSameOriginAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        var isOurs = site is null or "same-origin" && (origin is null || origin == $"{request.Scheme}://{request.Host}");
        return isOurs
            ? next(invocation)
            : throw new PlaygroundException(
                StatusCodes.Status403Forbidden,
                "Another site's page tried to act in the playground. Nothing was done.");
    }

    private static bool IsForThisMachine(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<PlaygroundOptions>>().Value.Enabled is true
        || (LocalAddressGuard.IsLoopback(context.Request.Host.Host)
            && (context.Connection.RemoteIpAddress is not { } from || System.Net.IPAddress.IsLoopback(from)));

    private sealed record Refusal(string Error);
}
