using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Slack's side of an installation: https://docs.slack.dev/authentication/installing-with-oauth. A code works once, for ten minutes and
/// only with its redirect_uri. A refresh token works once.
/// </summary>
public sealed class SlackOAuthServer
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(12);

    private readonly SlackStandIn standIn;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Code> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackGrant> grants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackGrant> refreshTokens = new(StringComparer.Ordinal);
    private int made;

    internal SlackOAuthServer(SlackStandIn standIn) => this.standIn = standIn;

    public string ClientId { get; } = "1234567890.0987654321";

    public string ClientSecret { get; } = "stand-in-client-secret";

    /// <summary>The redirect URLs in the app's settings.</summary>
    public ISet<string> RedirectUris { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Token rotation in the app's settings: tokens are valid for twelve hours.</summary>
    public bool RotatesTokens { get; set; }

    /// <summary>Every token that was ever issued, for searching where none may appear.</summary>
    public IReadOnlyList<string> TokensGiven
    {
        get
        {
            lock (gate) return [.. grants.Keys, .. refreshTokens.Keys, .. SpentRefreshTokens];
        }
    }

    private List<string> SpentRefreshTokens { get; } = [];

    /// <summary>A person presses "Allow" on the page at this address. Returns Slack's redirect.</summary>
    public Uri Allow(Uri authorize, SlackWorkspace workspace) =>
        Consent(authorize, new Code(workspace, Enterprise: null, Asked(authorize), standIn.Options.Time.GetUtcNow()));

    /// <summary>An administrator of the enterprise allows the app for all teams.</summary>
    public Uri Allow(Uri authorize, SlackEnterprise enterprise) =>
        Consent(authorize, new Code(Workspace: null, enterprise, Asked(authorize), standIn.Options.Time.GetUtcNow()));

    /// <summary>A person presses "Cancel".</summary>
    public Uri Deny(Uri authorize) => Back(Asked(authorize), ("error", "access_denied"));

    /// <summary>The scopes that the page asks for.</summary>
    public IReadOnlyList<string> ScopesAskedFor(Uri authorize) => Asked(authorize)["scope"]!.Split(',');

    /// <summary>Removes the app and invalidates its tokens. The caller sends Slack's events.</summary>
    public void Uninstall(SlackWorkspace workspace) => Revoke(g => g.Workspace == workspace);

    public void Uninstall(SlackEnterprise enterprise)
    {
        enterprise.HasApp = false;
        Revoke(g => g.Enterprise == enterprise);
    }

    internal SlackGrant? Find(string token)
    {
        lock (gate) return grants.GetValueOrDefault(token);
    }

    /// <summary>https://docs.slack.dev/reference/methods/oauth.v2.access</summary>
    internal JsonObject Access(HttpRequest request, SlackArguments arguments)
    {
        RequireApp(request, arguments);
        lock (gate)
        {
            return arguments.Text("grant_type") switch
            {
                null or "authorization_code" => Give(Spend(arguments)),
                "refresh_token" => Give(SpendRefreshToken(arguments.Required("refresh_token"))),
                _ => throw new SlackRefusal("invalid_grant_type"),
            };
        }
    }

    private SlackGrant Spend(SlackArguments arguments)
    {
        if (!codes.TryGetValue(arguments.Required("code"), out var code)) throw new SlackRefusal("invalid_code");
        if (code.Used) throw new SlackRefusal("code_already_used");
        if (standIn.Options.Time.GetUtcNow() - code.At > CodeLifetime) throw new SlackRefusal("invalid_code");
        if (arguments.Text("redirect_uri") != code.Asked["redirect_uri"]) throw new SlackRefusal("bad_redirect_uri");
        code.Used = true;
        if (code.Enterprise is { } enterprise) enterprise.HasApp = true;
        return new SlackGrant(code.Workspace, code.Enterprise, ExpiresAt: null);
    }

    private SlackGrant SpendRefreshToken(string token)
    {
        if (!refreshTokens.Remove(token, out var grant) || grant.Revoked) throw new SlackRefusal("invalid_refresh_token");
        SpentRefreshTokens.Add(token);
        return grant;
    }

    private JsonObject Give(SlackGrant old)
    {
        var number = ++made;
        var grant = old with { ExpiresAt = RotatesTokens ? standIn.Options.Time.GetUtcNow() + TokenLifetime : null };
        var token = $"{(RotatesTokens ? "xoxe." : "")}xoxb-granted-{number:D4}";
        grants[token] = grant;
        var bot = (grant.Workspace ?? grant.Enterprise!.Workspaces[0]).Bot;
        var enterprise = grant.Enterprise ?? grant.Workspace!.Enterprise;
        var answer = new JsonObject
        {
            ["app_id"] = standIn.Options.AppId,
            ["authed_user"] = new JsonObject { ["id"] = "U0INSTALLER" },
            ["scope"] = "chat:write,commands",
            ["token_type"] = "bot",
            ["access_token"] = token,
            ["bot_user_id"] = bot.Id,
            ["team"] = grant.Workspace is { } team ? new JsonObject { ["id"] = team.Id, ["name"] = team.Name } : null,
            ["enterprise"] = enterprise is null ? null : new JsonObject { ["id"] = enterprise.Id, ["name"] = enterprise.Name },
            ["is_enterprise_install"] = grant.Workspace is null,
        };
        if (!RotatesTokens) return answer;
        var refresh = $"xoxe-1-refresh-{number:D4}";
        refreshTokens[refresh] = grant;
        answer["refresh_token"] = refresh;
        answer["expires_in"] = (int)TokenLifetime.TotalSeconds;
        return answer;
    }

    /// <summary>Accepts HTTP Basic or form parameters, https://docs.slack.dev/authentication/installing-with-oauth#exchanging</summary>
    private void RequireApp(HttpRequest request, SlackArguments arguments)
    {
        var (id, secret) = (arguments.Text("client_id"), arguments.Text("client_secret"));
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(header[6..])).Split(':', 2);
            (id, secret) = (parts[0], parts[1]);
        }

        if (id != ClientId) throw new SlackRefusal("invalid_client_id");
        if (secret != ClientSecret) throw new SlackRefusal("bad_client_secret");
    }

    private Uri Consent(Uri authorize, Code code)
    {
        var id = $"{Interlocked.Increment(ref made):D4}.code";
        lock (gate) codes[id] = code;
        return Back(Asked(authorize), ("code", id));
    }

    /// <summary>Throws when Slack's page would show an error.</summary>
    private Dictionary<string, string> Asked(Uri authorize)
    {
        var query = HttpUtility.ParseQueryString(authorize.Query);
        var asked = query.AllKeys.ToDictionary(k => k!, k => query[k]!, StringComparer.Ordinal);
        if (authorize.GetLeftPart(UriPartial.Path) != new Uri(standIn.BaseUrl, "oauth/v2/authorize").ToString())
            throw new InvalidOperationException($"Slack has no page at {authorize}.");
        if (asked.GetValueOrDefault("client_id") != ClientId) throw new InvalidOperationException("Slack knows no such client_id.");
        if (!RedirectUris.Contains(asked.GetValueOrDefault("redirect_uri") ?? ""))
            throw new InvalidOperationException("redirect_uri did not match any configured URIs.");
        if (string.IsNullOrEmpty(asked.GetValueOrDefault("scope"))) throw new InvalidOperationException("invalid_scope_requested");
        return asked;
    }

    private static Uri Back(Dictionary<string, string> asked, (string Name, string Value) what) =>
        new(
            $"{asked["redirect_uri"]}?{what.Name}={Uri.EscapeDataString(what.Value)}&state={Uri.EscapeDataString(asked.GetValueOrDefault(
                "state") ?? "")}");

    private void Revoke(Func<SlackGrant, bool> which)
    {
        lock (gate)
        {
            foreach (var grant in grants.Values.Concat(refreshTokens.Values).Where(which)) grant.Revoked = true;
        }
    }

    private sealed record Code(SlackWorkspace? Workspace, SlackEnterprise? Enterprise, Dictionary<string, string> Asked, DateTimeOffset At)
    {
        public bool Used { get; set; }
    }
}
