using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// A strict stand-in for Slack on a real socket: what Slack refuses it refuses, with Slack's words. It shares no code with the bot.
/// </summary>
public sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly List<SlackWorkspace> workspaces = [];

    private SlackStandIn(SlackStandInOptions options)
    {
        Options = options;
        Journal = new SlackJournal(options);

        // An empty builder reads no appsettings and no environment, so that the bot's settings cannot leak in here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        application = builder.Build();
        application.UseWebSockets();
        OAuth = new SlackOAuthServer(this);
        Sockets = new SlackSocketServer(this);
        var api = new SlackWebApi(this);
        var responses = new SlackResponseEndpoint(this);
        application.Run(context => RouteAsync(context, api, responses));
    }

    public SlackStandInOptions Options { get; }

    /// <summary>Slack:ApiBaseUrl for the bot.</summary>
    public Uri ApiBaseUrl => new(BaseUrl, "api/");

    /// <summary>The first workspace; most tests need no other.</summary>
    public SlackWorkspace Workspace => Workspaces[0];

    public IReadOnlyList<SlackWorkspace> Workspaces
    {
        get
        {
            lock (workspaces) return [.. workspaces];
        }
    }

    public SlackFaults Faults { get; } = new();

    public SlackJournal Journal { get; }

    /// <summary>Installations by people.</summary>
    public SlackOAuthServer OAuth { get; }

    /// <summary>Socket Mode.</summary>
    public SlackSocketServer Sockets { get; }

    internal Uri BaseUrl { get; private set; } = null!;

    public static async Task<SlackStandIn> StartAsync(SlackStandInOptions? options = null, CancellationToken cancellationToken = default)
    {
        var standIn = new SlackStandIn(options ?? new SlackStandInOptions());
        await standIn.application.StartAsync(cancellationToken);
        standIn.BaseUrl = new Uri(standIn.application.Urls.First());
        standIn.AddWorkspace("Acme");
        return standIn;
    }

    /// <summary>Another team with the bot installed; its token is told apart.</summary>
    public SlackWorkspace AddWorkspace(string name)
    {
        lock (workspaces)
        {
            var workspace = new SlackWorkspace(this, workspaces.Count + 1, name);
            workspaces.Add(workspace);
            return workspace;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A held answer must not hold up the end of a test, so nothing is waited for.
        await application.StopAsync(new CancellationToken(canceled: true));
        await application.DisposeAsync();
    }

    internal SlackWorkspace? FindWorkspace(string token)
    {
        lock (workspaces) return workspaces.Find(w => w.BotToken == token);
    }

    private async Task RouteAsync(HttpContext context, SlackWebApi api, SlackResponseEndpoint responses)
    {
        try
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out var method))
                await api.HandleAsync(context, method.Value!.TrimStart('/'));
            else if (context.Request.Path.StartsWithSegments("/response", StringComparison.Ordinal, out var id))
                await responses.HandleAsync(context, id.Value!.TrimStart('/'));
            else if (context.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal)) await Sockets.HandleAsync(context);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception broken) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Nobody logs here, so the journal and the answer say what is wrong with the stand-in itself.
            var exchange = new SlackExchange(
                context,
                this,
                "stand-in broke",
                teamId: null,
                JsonSerializer.SerializeToElement(new { path = context.Request.Path.Value }));
            await exchange.RefuseAsync(StatusCodes.Status500InternalServerError, retryAfter: null, broken.ToString());
        }
    }
}
