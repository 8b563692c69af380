using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// The exact bytes and headers of a request, for sending it again. https://docs.slack.dev/authentication/verifying-requests-from-slack
/// </summary>
public sealed record SlackSignedRequest(
    string Path,
    string ContentType,
    ImmutableArray<byte> Body,
    ImmutableArray<KeyValuePair<string, string>> Headers)
{
    public static SlackSignedRequest Sign(
        string path,
        string contentType,
        byte[] body,
        string secret,
        DateTimeOffset now,
        SlackTamper? tamper = null)
    {
        tamper ??= new SlackTamper();
        var timestamp = (now + tamper.TimestampShift).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{timestamp}:"), .. body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(tamper.SigningSecret ?? secret), signed);
        var headers = new List<KeyValuePair<string, string>>();
        if (!tamper.OmitTimestamp) headers.Add(new("X-Slack-Request-Timestamp", tamper.Timestamp ?? timestamp));
        if (!tamper.OmitSignature) headers.Add(new("X-Slack-Signature", tamper.Signature ?? "v0=" + Convert.ToHexStringLower(hash)));
        if (tamper.RetryNumber is { } retry)
        {
            headers.Add(new("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture)));
            headers.Add(new("X-Slack-Retry-Reason", tamper.RetryReason));
        }

        return new SlackSignedRequest(path, contentType, [.. body.AsSpan(0, body.Length - tamper.DropBytes)], [.. headers]);
    }

    public HttpRequestMessage ToHttp()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.RelativeOrAbsolute))
        {
            Content =
            new ByteArrayContent([.. Body])
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
