using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>Handles a call: planned faults, token, scope and arguments, then the method.</summary>
internal sealed class SlackWebApi(SlackStandIn standIn)
{
    private readonly SlackRateLimiter? limiter = standIn.Options.RateLimits is { } limits
        ? new SlackRateLimiter(limits, standIn.Options.Time)
        : null;

    public async Task HandleAsync(HttpContext context, string method)
    {
        var body = await SlackArgumentReader.ReadAsync(context.Request);
        var token = BearerToken(context.Request) ?? body.TakeToken();
        var arguments = new SlackArguments(body.Values);
        var shown = arguments.ToJson();
        var grant = token is null ? null : standIn.OAuth.Find(token);
        var workspace = grant is not null ? grant.WorkspaceFor(arguments) : token is null ? null : standIn.FindWorkspace(token);
        var exchange = new SlackExchange(context, standIn, method, workspace?.Id, shown);
        if (!await exchange.MeetFaultBeforeAsync()) return;
        if (workspace is not null && limiter?.Take(workspace, method, arguments) is { } wait)
        {
            await exchange.RefuseAsync(StatusCodes.Status429TooManyRequests, wait, "ratelimited");
            return;
        }

        if (workspace is not null) context.Response.Headers["X-OAuth-Scopes"] = string.Join(',', workspace.Scopes);
        var (answer, error) = Answer(method, body, token, workspace, grant, arguments, context.Request);
        if (body.Warning is { } warning) Warn(answer, warning);
        await exchange.AnswerAsync(JsonSerializer.SerializeToUtf8Bytes(answer), error);
    }

    private (JsonObject Answer, string? Error) Answer(
        string name,
        SlackCallBody body,
        string? token,
        SlackWorkspace? workspace,
        SlackGrant? grant,
        SlackArguments arguments,
        HttpRequest http)
    {
        try
        {
            if (AnswerToTheApp(name, token, arguments, http) is { } ofTheApp)
            {
                ofTheApp.Insert(0, "ok", true);
                return (ofTheApp, null);
            }

            if (SlackMethods.Find(name) is not { } method) throw new SlackRefusal("unknown_method");
            if (body.Error is not null) throw new SlackRefusal(body.Error);
            var request =
                new SlackRequest(Authorised(token, workspace, grant, method), Understood(method, body, arguments)) { Grant = grant };
            if (method.Scopes.Count > 0 && !method.Scopes.Any(request.Has))
            {
                throw SlackRefusal.MissingScope(string.Join(',', method.Scopes), request.Workspace.Scopes);
            }

            lock (request.Workspace.Gate)
            {
                var answer = method.Answer(request);
                answer.Insert(0, "ok", true);
                return (answer, null);
            }
        }
        catch (SlackRefusal refusal)
        {
            return (SlackAnswers.Refusal(refusal), refusal.Error);
        }
    }

    /// <summary>Methods that don't use a workspace's token.</summary>
    private JsonObject? AnswerToTheApp(string name, string? token, SlackArguments arguments, HttpRequest http) => name switch
    {
        "oauth.v2.access" => standIn.OAuth.Access(http, arguments),
        "apps.connections.open" => standIn.Sockets.OpenTicket(token),
        _ => null,
    };

    private static SlackWorkspace Authorised(string? token, SlackWorkspace? workspace, SlackGrant? grant, SlackMethod method) => (
        token,
        workspace?.TokenState) switch
    {
        _ when grant is { Revoked: true } => throw new SlackRefusal("account_inactive"),
        _ when grant?.ExpiresAt <= workspace?.Clock.Now => throw new SlackRefusal("token_expired"),
        _ when grant is { Enterprise: { } enterprise } && method.Name is "auth.test" => enterprise.Workspaces[0],
        (_, null) when grant is not null => throw SlackRefusal.MissingField("team_id"),
        (null or "", _) => throw new SlackRefusal("not_authed"),
        (_, null) => throw new SlackRefusal("invalid_auth"),
        (_, SlackTokenState.Revoked) => throw new SlackRefusal("token_revoked"),
        (_, SlackTokenState.Inactive) => throw new SlackRefusal("account_inactive"),
        _ => workspace!,
    };

    private static SlackArguments Understood(SlackMethod method, SlackCallBody body, SlackArguments arguments)
    {
        if (body.IsJson && !method.TakesJson)
        {
            // Slack ignores such a body without an error: users.info returns user_not_found and users.list ignores its limit. Where the
            // method itself wouldn't fail, the stand-in is stricter than Slack.
            var seen = new SlackArguments(new Dictionary<string, JsonElement>(StringComparer.Ordinal));
            if (method.Required is null && arguments.Values.Count > 0)
            {
                throw new SlackRefusal(
                    "invalid_arguments",
                    $"{method.Name} does not read JSON; these would be ignored: {string.Join(", ", arguments.Values.Keys)}");
            }

            return seen;
        }

        var unknown = arguments.Values.Keys.Where(k => !method.Arguments.Contains(k)).Select(k => $"no such argument: {k}").ToList();
        return unknown.Count is 0 ? arguments : throw new SlackRefusal("invalid_arguments", unknown);
    }

    private static void Warn(JsonObject answer, string warning)
    {
        answer["warning"] = warning;
        if (answer["response_metadata"] is not JsonObject metadata) answer["response_metadata"] = metadata = [];
        metadata["warnings"] = new JsonArray(warning);
    }

    private static string? BearerToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }
}
