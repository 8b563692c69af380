using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// A strict stand-in for Slack on a real socket. It refuses what Slack refuses, with the same errors. It shares no code with the bot.
/// </summary>
public sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly List<SlackWorkspace> workspaces = [];

    private SlackStandIn(SlackStandInOptions options)
    {
        Options = options;
        Journal = new SlackJournal(options);

        // An empty builder reads no appsettings and no environment, so the bot's settings can't reach it.
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

    /// <summary>The value for Slack:ApiBaseUrl.</summary>
    public Uri ApiBaseUrl => new(BaseUrl, "api/");

    /// <summary>The first workspace, which is enough for most tests.</summary>
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

    /// <summary>The OAuth server.</summary>
    public SlackOAuthServer OAuth { get; }

    /// <summary>The Socket Mode server.</summary>
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

    /// <summary>Adds another team with the bot installed and its own token.</summary>
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
        // A held response must not delay the end of a test, so nothing is awaited.
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
            // The stand-in has no log, so the journal and the response contain its own errors.
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
