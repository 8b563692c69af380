using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace RelateBot.Bot.Slack.Sockets;

/// <summary>
/// One WebSocket to Slack, from its hello to its end. Envelopes are handled concurrently, so a slow one doesn't delay the others.
/// </summary>
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

    /// <summary>Completes with the reason when Slack asks for a replacement or when the socket has ended.</summary>
    public Task<string> ReplacementRequested => wantsSuccessor.Task;

    /// <summary>Starts to listen. Completes when Slack has said hello.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        receiving = ReceiveAllAsync();
        await hello.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Keeps a replaced socket open until Slack closes it, because it may still deliver requests that must be acknowledged here.
    /// </summary>
    public async Task DrainAsync(TimeSpan atMost, TimeProvider clock)
    {
        using var tooLong = new CancellationTokenSource(atMost, clock);
        await receiving.WaitAsync(tooLong.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    /// <summary>Ends the socket after the current requests are finished and acknowledged.</summary>
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
        // Handled apart from the receive loop, so that it doesn't delay the next message.
        await Task.Yield();
        if (await requests.HandleAsync(envelope, CancellationToken.None) is { } acknowledgement)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(acknowledgement, SlackJson.Wire.SocketAcknowledgement);
            await SendingAsync(token => socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, token), leaving.Token);
        }
    }

    /// <summary>
    /// Sends one message at a time, as WebSockets require. Sending on a closed socket does nothing; Slack notices the missing
    /// acknowledgement.
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

    /// <summary>Returns the next message, or null when Slack has closed the socket.</summary>
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
