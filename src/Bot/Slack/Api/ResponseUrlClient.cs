using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>Answers through a request's response_url. It allows five answers within 30 minutes.</summary>
public sealed class ResponseUrlClient(HttpClient http, IOptions<SlackOptions> options)
{
    private const string SlackHost = "hooks.slack.com";
    private const int LongestUrl = 1000;

    /// <summary>True for one of Slack's own addresses. Prevents requests from making the host post elsewhere.</summary>
    public bool Accepts(string? url) =>
        url is { Length: <= LongestUrl }
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && ((address.Scheme == Uri.UriSchemeHttps && address is { Host: SlackHost, IsDefaultPort: true })
            || Uri.Compare(
                address,
                options.Value.ApiBase,
                UriComponents.SchemeAndServer,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>Posts the message. False when the address is used up or has expired.</summary>
    public async Task<bool> TryPostAsync(string url, ResponseUrlMessage message, CancellationToken cancellationToken)
    {
        if (!Accepts(url))
        {
            throw new PlatformException("The response_url isn't an address of Slack.", isPermanent: true);
        }

        try
        {
            using var content = JsonContent.Create(
                message,
                SlackJson.Wire.ResponseUrlMessage,
                new MediaTypeHeaderValue("application/json", "utf-8"));
            using var response = await http.PostAsync(new Uri(url), content, cancellationToken);
            return response.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => true,
                HttpStatusCode.TooManyRequests =>
                    throw new PlatformException("response_url: Slack asks to wait.", response.Headers.RetryAfter?.Delta),
                >= HttpStatusCode.InternalServerError =>
                    throw new PlatformException($"response_url: HTTP status {(int)response.StatusCode}."),
                _ => false,
            };
        }
        catch (HttpRequestException exception)
        {
            throw new PlatformException("response_url: Slack can't be reached.", inner: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PlatformException("response_url: no answer in time.", inner: exception);
        }
    }
}

/// <summary>
/// A response to a command or a tap, sent in the HTTP response or through the response_url:
/// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
public sealed record ResponseUrlMessage
{
    public string ResponseType { get; } = "ephemeral";

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Null in the response to a command, where there is no message to replace.</summary>
    public bool? ReplaceOriginal { get; init; }
}
