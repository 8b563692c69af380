using System.Buffers;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Slack.Sending;

namespace RelateBot.Bot.Slack.Trust;

/// <summary>Rejects requests that Slack hasn't signed.</summary>
public sealed partial class SlackSignatureFilter(IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackSignatureFilter> logger)
{
    private const int LargestBody = 256 * 1024;

    /// <summary>
    /// Passes on the raw body when its signature is valid. Returns 401 for an invalid signature, 413 for a body that is too large, and 400
    /// when it isn't text.
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

    /// <summary>Reads the body. Null when it is too large.</summary>
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
