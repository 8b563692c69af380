using System.Buffers;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Slack.Sending;

namespace RelateBot.Bot.Slack.Trust;

/// <summary>The gate: only what Slack signed gets past it.</summary>
public sealed partial class SlackSignatureFilter(IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackSignatureFilter> logger)
{
    private const int LargestBody = 256 * 1024;

    /// <summary>
    /// Hands the raw body on when its signature is good; 401 otherwise, 413 when there is too much of it, 400 when it is no text.
    /// </summary>
    public RequestDelegate RequireSignature(Func<ReadOnlyMemory<byte>, CancellationToken, Task<SlackEndpointResult>> handle) =>
        async http =>
    {
        var cancellationToken = http.RequestAborted;
        var body = await ReadAsync(http.Request, cancellationToken);
        var result = body is null ? TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge)
            : !Check(http.Request, body) ? TypedResults.StatusCode(StatusCodes.Status401Unauthorized)
            : !Utf8.IsValid(body) ? SlackEndpointResult.BadRequest.ToResult()
            : (await handle(body, cancellationToken)).ToResult();
        await result.ExecuteAsync(http);
    };

    private bool Check(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var verdict = SlackSignature.Check(
            options.Value.SigningSecret,
            request.Headers[SlackSignature.TimestampHeader],
            request.Headers[SlackSignature.Header],
            body,
            clock.GetUtcNow());
        if (verdict is SlackSignatureVerdict.Good)
        {
            return true;
        }

        Log.Refused(logger, request.Path, verdict);
        return false;
    }

    /// <summary>The body, or null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > LargestBody)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused a request to {Path}: its signature is {Verdict}")]
        public static partial void Refused(ILogger logger, string path, SlackSignatureVerdict verdict);
    }
}
