using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Slack's side of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode. An apps.connections.open ticket opens one socket,
/// at most ten at a time. Each message goes to one socket in turn.
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

    /// <summary>All sockets so far, in order.</summary>
    public IReadOnlyList<SlackSocketConnection> All
    {
        get
        {
            lock (connections) return [.. connections];
        }
    }

    /// <summary>The sockets that can receive messages.</summary>
    public IReadOnlyList<SlackSocketConnection> Open => [.. All.Where(c => c.IsOpen)];

    /// <summary>Waits for the socket with this number, counted from 1.</summary>
    public Task<SlackSocketConnection> WaitForAsync(int number) =>
        waiters.WaitAsync(c => c.Number == number, () => All, $"socket {number}", CancellationToken.None);

    /// <summary>
    /// Sends an envelope through the next socket and waits for its acknowledgement. Null after Slack's limit of three seconds.
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
