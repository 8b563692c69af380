using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Teams;

/// <summary>
/// A strict stand-in for the Bot Connector, the channel's token issuer, Microsoft Entra and Microsoft Graph, on a real socket. It shares no
/// code with the bot.
/// </summary>
public sealed class TeamsStandIn : IAsyncDisposable
{
    private const string Default = "/.default";

    private readonly WebApplication application;
    private readonly TimeProvider time;
    private readonly List<TeamsCall> calls = [];
    private readonly Waiters<TeamsCall> waiters = new(TimeSpan.FromSeconds(20));
    private readonly List<(string Operation, TeamsFault Fault)> faults = [];
    private readonly Dictionary<string, string> audiences = new(StringComparer.Ordinal);

    private TeamsStandIn(TimeProvider time)
    {
        this.time = time;
        Issuer = new TeamsIssuer(time);

        // An empty builder reads no appsettings and no environment, so the bot's settings can't reach it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        application = builder.Build();
        application.Run(RouteAsync);
    }

    public string AppId { get; } = "2b6f0c1e-5d4a-4f0b-8f3e-9a1c7d2e4b10";

    public string ClientSecret { get; } = "stand-in-client-secret";

    public string BotId => $"28:{AppId}";

    public TeamsTenant Tenant { get; } = new();

    /// <summary>True: an administrator has granted MailboxSettings.Read to the app registration.</summary>
    public bool MayReadMailboxSettings { get; set; } = true;

    public TeamsIssuer Issuer { get; }

    public string MetadataUrl => new Uri(BaseUrl, "v1/.well-known/openidconfiguration").ToString();

    public string ServiceUrl => new Uri(BaseUrl, "emea/").ToString();

    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>The bodies of all token requests to Entra.</summary>
    public List<string> TokenRequests { get; } = [];

    /// <summary>The lifetime of its tokens.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The page size of rosters.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>True: messages can't be deleted, as in the Agents Playground.</summary>
    public bool CannotDelete { get; set; }

    /// <summary>False: targeted messages are refused.</summary>
    public bool KnowsTargetedMessages { get; set; } = true;

    public IReadOnlyList<TeamsCall> Calls
    {
        get
        {
            lock (calls) return [.. calls];
        }
    }

    public static async Task<TeamsStandIn> StartAsync(TimeProvider time)
    {
        var standIn = new TeamsStandIn(time);
        await standIn.application.StartAsync();
        standIn.BaseUrl = new Uri(standIn.application.Urls.First());
        return standIn;
    }

    /// <summary>Plans faults for the next calls of this kind, in order.</summary>
    public void Fail(string operation, params TeamsFault[] coming)
    {
        lock (faults) faults.AddRange(coming.Select(fault => (operation, fault)));
    }

    public Task<TeamsCall> WaitForCallAsync(Func<TeamsCall, bool> predicate) =>
        waiters.WaitAsync(predicate, () => Calls, "such call", CancellationToken.None);

    /// <summary>Invalidates all tokens that were issued.</summary>
    public void RevokeTokens()
    {
        lock (audiences) audiences.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(new CancellationToken(canceled: true));
        await application.DisposeAsync();
        Issuer.Dispose();
    }

    internal TeamsFault? TakeFault(string operation)
    {
        lock (faults)
        {
            var index = faults.FindIndex(fault => fault.Operation == operation);
            if (index < 0) return null;
            var taken = faults[index].Fault;
            faults.RemoveAt(index);
            return taken;
        }
    }

    internal bool IsGood(string? authorization, string audience)
    {
        lock (audiences) return authorization?.StartsWith("Bearer ", StringComparison.Ordinal) is true
            && audiences.GetValueOrDefault(authorization["Bearer ".Length..]) == audience;
    }

    internal void Note(string operation, string path, int status)
    {
        var call = new TeamsCall(operation, path, status, time.GetUtcNow());
        lock (calls) calls.Add(call);
        waiters.Publish(call);
    }

    private async Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/v1/", StringComparison.Ordinal) && !Issuer.IsUp)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (path is "/v1/.well-known/openidconfiguration") await context.Response.WriteAsJsonAsync(TeamsIssuer.Metadata(BaseUrl));
        else if (path is "/v1/.well-known/keys") await context.Response.WriteAsJsonAsync(Issuer.ReadKeys());
        else if (path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal)) await GiveTokenAsync(context);
        else if (path.StartsWith("/v1.0/", StringComparison.Ordinal)) await new TeamsGraph(this, context).AnswerAsync();
        else if (path.StartsWith("/emea/v3/", StringComparison.Ordinal)) await new TeamsConnector(this, context).AnswerAsync();
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow</summary>
    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        lock (TokenRequests) TokenRequests.Add(string.Join('&', form.Select(field => $"{field.Key}={field.Value}")));
        var audience = form["scope"].ToString().Split(' ')
            .FirstOrDefault(scope => scope.EndsWith(Default, StringComparison.Ordinal))?[..^Default.Length];
        var isGood = form["grant_type"] == "client_credentials"
            && form["client_id"] == AppId
            && audience is TeamsConnector.Audience or TeamsGraph.Audience
            && (form["client_secret"] == ClientSecret || form["client_assertion"].Count == 1);
        if (!isGood)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(
                new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." });
            return;
        }

        var token = $"token-{Tenant.NextId()}";
        lock (audiences) audiences.Add(token, audience!);
        await context.Response.WriteAsJsonAsync(
            new { token_type = "Bearer", expires_in = (int)TokenLifetime.TotalSeconds, access_token = token });
    }
}
