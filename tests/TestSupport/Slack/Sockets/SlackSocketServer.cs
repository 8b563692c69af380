using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Slack's side of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode. A ticket of apps.connections.open is good for one
/// socket; each message goes to one socket, in turn; ten at most.
/// </summary>
public sealed class SlackSocketServer
{
    private const int MostSockets = 10;

    private readonly SlackStandIn standIn;
    private readonly Waiters<SlackSocketConnection> waiters;
    private readonly List<SlackSocketConnection> connections = [];
    private readonly HashSet<string> tickets = new(StringComparer.Ordinal);
    private int turn;
    private int made;

    internal SlackSocketServer(SlackStandIn standIn)
    {
        this.standIn = standIn;
        waiters = new Waiters<SlackSocketConnection>(standIn.Options.WaitTimeout);
    }

    public string AppToken { get; } = "xapp-1-stand-in";

    /// <summary>Every socket there ever was, in order.</summary>
    public IReadOnlyList<SlackSocketConnection> All
    {
        get
        {
            lock (connections) return [.. connections];
        }
    }

    /// <summary>Those that something can be sent through.</summary>
    public IReadOnlyList<SlackSocketConnection> Open => [.. All.Where(c => c.IsOpen)];

    /// <summary>The socket with this number, 1, 2, 3 …, once it has been opened.</summary>
    public Task<SlackSocketConnection> WaitForAsync(int number) =>
        waiters.WaitAsync(c => c.Number == number, () => All, $"socket {number}", CancellationToken.None);

    /// <summary>
    /// Sends something through the next socket in turn and waits for its acknowledgement; null when it did not come within Slack's three
    /// seconds.
    /// </summary>
    public async Task<SlackSocketAcknowledgement?> SendAsync(string type, JsonNode payload, bool acceptsResponsePayload)
    {
        var candidates = Open.Where(c => !c.AskedToLeave).ToList() is { Count: > 0 } fresh ? fresh : [.. Open];
        if (candidates.Count is 0) return null;
        return await candidates[Interlocked.Increment(ref turn) % candidates.Count].SendAsync(type, payload, acceptsResponsePayload);
    }

    /// <summary>https://docs.slack.dev/reference/methods/apps.connections.open</summary>
    internal JsonObject OpenTicket(string? token)
    {
        if (token is null) throw new SlackRefusal("not_authed");
        if (token != AppToken)
            throw new SlackRefusal(token.StartsWith("xapp-", StringComparison.Ordinal) ? "invalid_auth" : "not_allowed_token_type");
        var ticket = $"ticket-{Interlocked.Increment(ref made)}";
        lock (connections) tickets.Add(ticket);
        return new JsonObject
        {
            ["url"] = new UriBuilder(standIn.BaseUrl)
            {
                Scheme = "ws",
                Path = "/link/",
                Query = $"ticket={ticket}&app_id={standIn.Options.AppId}"
            }.ToString()
        };
    }

    internal async Task HandleAsync(HttpContext context)
    {
        bool isGood;
        lock (connections) isGood = tickets.Remove(context.Request.Query["ticket"].ToString());
        if (!isGood || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        SlackSocketConnection connection;
        lock (connections)
        {
            connection = new SlackSocketConnection(connections.Count + 1, socket, standIn.Options);
            connections.Add(connection);
        }

        if (Open.Count > MostSockets) await connection.AskToLeaveAsync("too_many_websockets");
        else await connection.SendAsync(new JsonObject
        {
            ["type"] = "hello",
            ["num_connections"] = Open.Count,
            ["connection_info"] = new JsonObject { ["app_id"] = standIn.Options.AppId }
        });
        waiters.Publish(connection);
        await connection.ReceiveAllAsync(context.RequestAborted);
        connection.Dispose();
    }
}
