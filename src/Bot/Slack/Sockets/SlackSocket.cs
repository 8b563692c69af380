using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace RelateBot.Bot.Slack.Sockets;

/// <summary>One WebSocket to Slack, from its hello to its end. Envelopes are handled side by side; a slow one holds up none.</summary>
public sealed class SlackSocket(WebSocket socket, SocketEnvelopeDispatcher requests) : IAsyncDisposable
{
    private const int LargestMessage = 1024 * 1024;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<Task, bool> handling = new();
    private readonly CancellationTokenSource leaving = new();
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> wantsSuccessor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task receiving = Task.CompletedTask;

    /// <summary>Completes when Slack asks for another socket in place of this one, or when this one is over; with the reason.</summary>
    public Task<string> ReplacementRequested => wantsSuccessor.Task;

    /// <summary>Begins to listen, and returns when Slack has said hello.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        receiving = ReceiveAllAsync();
        await hello.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Lets a socket that has a successor come to its end: Slack closes it soon after it has said so, and until then it may still bring
    /// something that has to be acknowledged here.
    /// </summary>
    public async Task DrainAsync(TimeSpan atMost, TimeProvider clock)
    {
        using var tooLong = new CancellationTokenSource(atMost, clock);
        await receiving.WaitAsync(tooLong.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    /// <summary>Ends it now: what was begun is finished and acknowledged first.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(handling.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var patience = new CancellationTokenSource(Farewell);
            await SendingAsync(
                token => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, token),
                patience.Token);
            await receiving.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await leaving.CancelAsync();
        socket.Abort();
        await receiving;
        await Task.WhenAll(handling.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
        sending.Dispose();
        leaving.Dispose();
    }

    private async Task ReceiveAllAsync()
    {
        var why = "Slack closed it";
        try
        {
            while (await ReceiveAsync() is { } envelope)
            {
                Take(envelope);
            }
        }
        catch (Exception exception) when (exception is WebSocketException
            or OperationCanceledException
            or JsonException
            or InvalidDataException
            or ObjectDisposedException)
        {
            why = exception.Message;
        }

        wantsSuccessor.TrySetResult(why);
        hello.TrySetException(new WebSocketException($"No hello: {why}"));
    }

    private void Take(SocketEnvelope envelope)
    {
        switch (envelope.Type)
        {
            case "hello":
                hello.TrySetResult();
                break;
            case "disconnect":
                wantsSuccessor.TrySetResult(envelope.Reason ?? "disconnect");
                break;
            default:
                var work = HandleAsync(envelope);
                handling[work] = true;
                _ = work.ContinueWith(
                    done => handling.TryRemove(done, out _),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
                break;
        }
    }

    private async Task HandleAsync(SocketEnvelope envelope)
    {
        // Not on the way of the next message.
        await Task.Yield();
        if (await requests.HandleAsync(envelope, CancellationToken.None) is { } acknowledgement)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(acknowledgement, SlackJson.Wire.SocketAcknowledgement);
            await SendingAsync(token => socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, token), leaving.Token);
        }
    }

    /// <summary>
    /// One at a time, as a WebSocket wants it. One that is gone takes nothing any more; Slack notices that the acknowledgement is missing.
    /// </summary>
    private async Task SendingAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await sending.WaitAsync(cancellationToken);
            try
            {
                await send(cancellationToken);
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException
            or OperationCanceledException
            or ObjectDisposedException
            or InvalidOperationException)
        {
            wantsSuccessor.TrySetResult(exception.Message);
        }
    }

    /// <summary>The next message, or null when Slack has closed the socket.</summary>
    private async Task<SocketEnvelope?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), leaving.Token);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (message.Length > LargestMessage)
            {
                throw new InvalidDataException("A message through the socket is too large.");
            }

            if (part.EndOfMessage)
            {
                message.Position = 0;
                return await JsonSerializer.DeserializeAsync(message, SlackJson.Wire.SocketEnvelope, leaving.Token);
            }
        }
    }
}
