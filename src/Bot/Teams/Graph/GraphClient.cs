using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.Bot.Teams.Graph;

/// <summary>
/// A client for Microsoft Graph: https://learn.microsoft.com/graph/json-batching. Throws <see cref="PlatformException"/> when there is no
/// usable answer.
/// </summary>
public sealed class GraphClient(HttpClient http, ITokenSource tokens, IOptions<TeamsOptions> options, TimeProvider clock)
{
    /// <summary>The largest number of requests in a batch.</summary>
    public const int MostAtOnce = 20;

    /// <summary>
    /// The addresses of Microsoft Graph. Tokens for it are sent nowhere else: https://learn.microsoft.com/graph/deployments
    /// </summary>
    public static readonly ImmutableArray<string> Addresses =
        [
            "https://graph.microsoft.com",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
            "https://microsoftgraph.chinacloudapi.cn"
        ];

    private readonly string address = options.Value.GraphUrl.TrimEnd('/');

    /// <summary>
    /// Reads resources of a tenant, at most <see cref="MostAtOnce"/>. The answers are in the order of <paramref name="urls"/>.
    /// </summary>
    public async Task<IReadOnlyList<BatchResponse.Answer>> ReadAsync(
        string tenantId,
        IReadOnlyList<string> urls,
        CancellationToken cancellationToken)
    {
        var batch = new BatchRequest([.. urls.Select((url, index) =>
            new BatchRequest.Step(index.ToString(CultureInfo.InvariantCulture), "GET", url))]);
        var response = await PostAsync(tenantId, batch, cancellationToken);
        var answers = (response.Responses ?? []).ToDictionary(answer => answer.Id, StringComparer.OrdinalIgnoreCase);
        if (answers.Values.FirstOrDefault(answer => answer.Status is HttpStatusCode.TooManyRequests) is not null)
        {
            throw new PlatformException("Microsoft Graph asks to wait.", answers.Values.Max(RetryAfterOf));
        }

        return [.. batch.Requests.Select(request =>
            answers.GetValueOrDefault(request.Id) ?? new BatchResponse.Answer { Id = request.Id, Status = HttpStatusCode.BadGateway })];
    }

    private async Task<BatchResponse> PostAsync(string tenantId, BatchRequest batch, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/v1.0/$batch")
        {
            Content = JsonContent.Create(
            batch,
            TeamsJson.Wire.BatchRequest)
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(tenantId, cancellationToken));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadFromJsonAsync(TeamsJson.Wire.BatchResponse, cancellationToken)
                    ?? new BatchResponse(Responses: null)
                : throw new PlatformException(
                    $"Microsoft Graph: {(int)response.StatusCode} {response.StatusCode}.",
                    RetryAfter.Of(response.Headers.RetryAfter, clock),
                    isPermanent: response.StatusCode is < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PlatformException("Microsoft Graph can't be reached.", inner: exception);
        }
    }

    /// <summary>A nightly read doesn't need to wait until a credential is fixed, unlike a message.</summary>
    private async Task<string> TokenAsync(string tenantId, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.TokenForAsync(address, tenantId, cancellationToken);
        }
        catch (PlatformException exception) when (exception.StopsWorkspace)
        {
            throw new PlatformException($"Microsoft Graph: {exception.Message}", isPermanent: true, inner: exception);
        }
    }

    private TimeSpan? RetryAfterOf(BatchResponse.Answer answer) =>
        answer.Headers?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value is { } text
        && RetryConditionHeaderValue.TryParse(text, out var header)
            ? RetryAfter.Of(header, clock)
            : null;
}
