using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// The OAuth redirect to Slack's consent page and the callback: https://docs.slack.dev/authentication/installing-with-oauth
/// </summary>
public sealed partial class InstallEndpoints(
    OAuthStateProtector states,
    SlackOAuth oauth,
    SlackInstaller installer,
    IOptions<SlackOptions> options,
    ILogger<InstallEndpoints> logger)
{
    public const string BeginPath = "/slack/install";
    public const string CallbackPath = "/slack/oauth/callback";

    private const string CookieName = "relatebot-slack-install";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(BeginPath, Begin);
        routes.MapGet(CallbackPath, FinishAsync);
    }

    private RedirectHttpResult Begin(HttpContext http)
    {
        var (state, cookie) = states.Begin();
        http.Response.Cookies.Append(CookieName, cookie, Cookie());
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(QueryHelpers.AddQueryString(
            options.Value.AuthorizeUrl.ToString(),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = options.Value.ClientId,
                ["scope"] = string.Join(',', SlackScopes.All),
                ["redirect_uri"] = options.Value.RedirectUrl.ToString(),
                ["state"] = state,
            }));
    }

    private async Task<IResult> FinishAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        var verdict = states.Check(query["state"], http.Request.Cookies[CookieName]);
        if (verdict is not OAuthStateVerdict.Good)
        {
            Log.StateRefused(logger, verdict);
            return verdict switch
            {
                OAuthStateVerdict.Expired => InstallPage.Expired,
                OAuthStateVerdict.OtherBrowser => InstallPage.OtherBrowser,
                _ => InstallPage.Forged,
            };
        }

        http.Response.Cookies.Delete(CookieName, Cookie());
        if (query["error"].Count > 0)
        {
            return InstallPage.Denied;
        }

        return query["code"] is [{ Length: > 0 } code] ? await InstallAsync(code, cancellationToken) : InstallPage.CodeRefused;
    }

    private async Task<IResult> InstallAsync(string code, CancellationToken cancellationToken)
    {
        try
        {
            var consent = await oauth.ExchangeAsync(code, cancellationToken);

            // Slack returns the token only once, so closing the browser must not interrupt this.
            return InstallPage.Installed(await installer.InstallAsync(consent, CancellationToken.None));
        }
        catch (SlackApiException exception) when (exception.Error is "invalid_code" or "code_already_used" or "code_expired")
        {
            return InstallPage.CodeRefused;
        }
        catch (SlackApiException exception)
        {
            Log.Refused(logger, exception.Message);
            return InstallPage.Misconfigured;
        }
        catch (PlatformException exception)
        {
            Log.Refused(logger, exception.Message);
            return InstallPage.Unreachable;
        }
    }

    /// <summary>
    /// Lax, because Slack's page links back to us. The cookie covers only the installation pages and expires with the state.
    /// </summary>
    private CookieOptions Cookie() => new()
    {
        Path = "/slack/oauth",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = options.Value.RedirectUrl.Scheme == Uri.UriSchemeHttps,
        MaxAge = OAuthStateProtector.Lifetime,
        IsEssential = true,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "An installation was refused: its state is {Verdict}")]
        public static partial void StateRefused(ILogger logger, OAuthStateVerdict verdict);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "An installation failed: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
