using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

/// <summary>Slack's side of one socket.</summary>
public sealed class SlackSocketConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly WebSocket socket;
    private readonly SlackStandInOptions options;
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SlackSocketAcknowledgement>> waiting = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource thaw = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool frozen;
    private int made;

    internal SlackSocketConnection(int number, WebSocket socket, SlackStandInOptions options)
    {
        Number = number;
        this.socket = socket;
        this.options = options;
    }

    public int Number { get; }

    public bool IsOpen => socket.State is WebSocketState.Open && !ended.Task.IsCompleted;

    /// <summary>True when Slack has announced the disconnect.</summary>
    public bool AskedToLeave { get; private set; }

    /// <summary>Acknowledged envelopes, in order.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = new();

    /// <summary>Completes when the socket has ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>Returns null when no acknowledgement came within three seconds or the socket broke.</summary>
    public async Task<SlackSocketAcknowledgement?> SendAsync(string type, JsonNode payload, bool acceptsResponsePayload)
    {
        var id = $"envelope-{Number}-{Interlocked.Increment(ref made)}";
        var source = waiting[id] = new TaskCompletionSource<SlackSocketAcknowledgement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["payload"] = payload.DeepClone(),
            ["accepts_response_payload"] = acceptsResponsePayload
        });
        try
        {
            return await source.Task.WaitAsync(options.WaitTimeout < Patience ? options.WaitTimeout : Patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Sends "warning" or "refresh_requested". The socket stays open until <see cref="CloseAsync"/>.</summary>
    public Task AskToLeaveAsync(string reason)
    {
        AskedToLeave = true;
        return SendAsync(new JsonObject
        {
            ["type"] = "disconnect",
            ["reason"] = reason,
            ["debug_info"] = new JsonObject { ["host"] = "stand-in" }
        });
    }

    /// <summary>Closes the socket as Slack does.</summary>
    public async Task CloseAsync()
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);
        await ended.Task.WaitAsync(options.WaitTimeout);
    }

    /// <summary>Drops the connection without a close frame.</summary>
    public void Cut() => socket.Abort();

    /// <summary>
    /// After the next acknowledgement, Slack's side receives and answers nothing, not even pings, as in a network failure.
    /// </summary>
    public void Freeze() => frozen = true;

    public void Dispose() => sending.Dispose();

    public override string ToString() => $"socket {Number} ({socket.State})";

    internal async Task SendAsync(JsonObject message)
    {
        try
        {
            await sending.WaitAsync();
            try
            {
                await socket.SendAsync(
                    JsonSerializer.SerializeToUtf8Bytes(message),
                    WebSocketMessageType.Text,
                    endOfMessage: true,
                    CancellationToken.None);
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            // The bot has disconnected, so there will be no acknowledgement.
        }
    }

    internal async Task ReceiveAllAsync(CancellationToken aborted)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                if (frozen) await thaw.Task.WaitAsync(aborted);
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), aborted);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType is WebSocketMessageType.Close) break;
                Take(JsonElement.Parse(buffer.AsSpan(0, length)));
            }

            if (socket.State is WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // Either side dropped the connection.
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private void Take(JsonElement acknowledgement)
    {
        var unknown = acknowledgement.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => n is not ("envelope_id" or "payload"));
        if (unknown is not null) throw new InvalidOperationException($"Slack knows no {unknown} in an acknowledgement.");
        var id = acknowledgement.GetProperty("envelope_id").GetString()!;
        Acknowledged.Enqueue(id);
        if (waiting.TryRemove(id, out var source))
        {
            source.TrySetResult(new SlackSocketAcknowledgement(
                id,
                acknowledgement.TryGetProperty("payload", out var payload) ? payload : default));
        }
    }
}
