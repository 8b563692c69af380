using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.Bot.Teams;

/// <summary>The endpoint that Teams calls. The body is read only after the token is verified.</summary>
public sealed partial class TeamsEndpoint(
    InboundTokenValidator tokens,
    ActivityAuthorizer trust,
    TeamsActivityDispatcher activities,
    IOptions<TeamsOptions> options,
    ILogger<TeamsEndpoint> logger)
{
    private const int LargestBody = 256 * 1024;

    public async Task ReceiveAsync(HttpContext http) => await (await AnswerAsync(http)).ExecuteAsync(http);

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        var believed = options.Value.DangerouslyAllowUnauthenticatedRequests;
        TokenClaims? bearer = null;
        if (believed && !IsFromThisMachine(http))
        {
            Log.Refused(logger, "without tokens, only requests from this machine are accepted");
            return TeamsEndpointResult.Forbidden.ToResult();
        }

        if (!believed)
        {
            try
            {
                bearer = await tokens.CheckAsync(http.Request.Headers.Authorization, cancellationToken);
            }
            catch (IOException)
            {
                // Teams will deliver it again. The keys may be available then.
                return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            if (bearer is null)
            {
                return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
            }
        }

        return await ReadAsync(http, cancellationToken) switch
        {
            null => TeamsEndpointResult.BadRequest.ToResult(),
            var activity when trust.FindRefusal(activity, bearer) is { } reason => Refuse(reason),
            var activity => (await activities.ReceiveAsync(activity, cancellationToken)).ToResult(),
        };
    }

    private static async Task<Activity?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, TeamsJson.Wire.Activity, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>True when the request comes from this machine, is for this machine, and wasn't forwarded by a proxy.</summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local }
            && IPAddress.IsLoopback(remote)
            && IPAddress.IsLoopback(local)
        && (http.Request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)))
        && !http.Request.Headers.ContainsKey("Forwarded") && !http.Request.Headers.ContainsKey("X-Forwarded-For");

    private IResult Refuse(string reason)
    {
        Log.Refused(logger, reason);
        return TeamsEndpointResult.Forbidden.ToResult();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused a request to /api/messages: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
