using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// A client for the Bot Connector: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference.
/// Throws <see cref="ConnectorException"/> for an error response and <see cref="PlatformException"/> when there is no answer.
/// </summary>
public sealed class ConnectorClient(
    HttpClient http,
    TrustedServiceUrls serviceUrls,
    ITokenSource tokens,
    ConnectorRateLimiter rateLimiter,
    TimeProvider clock)
{
    /// <summary>Creates a personal chat, or a channel's thread with its first message.</summary>
    public Task<ConversationResourceResponse> CreateConversationAsync(
        ConnectorAddress place,
        ConversationParameters parameters,
        CancellationToken cancellationToken) => CallAsync(
        place,
        HttpMethod.Post,
        "v3/conversations",
        Json(parameters, TeamsJson.Wire.ConversationParameters),
        TeamsJson.Wire.ConversationResourceResponse,
        cancellationToken);

    /// <summary>Sends a message. <paramref name="targeted"/>: only its recipient sees it.</summary>
    public Task<ResourceResponse> SendAsync(
        ConnectorAddress place,
        string conversation,
        Activity activity,
        bool targeted,
        CancellationToken cancellationToken) => CallAsync(
        place,
        HttpMethod.Post,
        $"{Activities(conversation)}{Targeted(targeted)}",
        Json(activity, TeamsJson.Wire.Activity),
        TeamsJson.Wire.ResourceResponse,
        cancellationToken);

    public Task UpdateAsync(
        ConnectorAddress place,
        string conversation,
        string activityId,
        Activity activity,
        bool targeted,
        CancellationToken cancellationToken) => CallAsync(
        place,
        HttpMethod.Put,
        $"{Activities(conversation)}/{Uri.EscapeDataString(activityId)}{Targeted(targeted)}",
        Json(activity, TeamsJson.Wire.Activity),
        TeamsJson.Wire.ResourceResponse, cancellationToken);

    public Task DeleteAsync(ConnectorAddress place, string conversation, string activityId, CancellationToken cancellationToken) =>
        CallAsync(
        place,
        HttpMethod.Delete,
        $"{Activities(conversation)}/{Uri.EscapeDataString(activityId)}",
        content: null,
        TeamsJson.Wire.ResourceResponse,
        cancellationToken);

    /// <summary>Returns a page of a conversation's members.</summary>
    public Task<PagedMembersResult> ReadMembersAsync(
        ConnectorAddress place,
        string conversation,
        string? continuationToken,
        CancellationToken cancellationToken) => CallAsync(
        place, HttpMethod.Get,
        $"v3/conversations/{Uri.EscapeDataString(conversation)}/pagedmembers?pageSize=500{(continuationToken is null
            ? ""
            : $"&continuationToken={Uri.EscapeDataString(continuationToken)}")}",
        content: null, TeamsJson.Wire.PagedMembersResult, cancellationToken);

    /// <summary>Returns a member of a conversation by either id.</summary>
    public Task<ChannelAccount> ReadMemberAsync(
        ConnectorAddress place,
        string conversation,
        string memberId,
        CancellationToken cancellationToken) => CallAsync(
        place,
        HttpMethod.Get,
        $"v3/conversations/{Uri.EscapeDataString(conversation)}/members/{Uri.EscapeDataString(memberId)}",
        content: null,
        TeamsJson.Wire.ChannelAccount,
        cancellationToken);

    /// <summary>Returns the channels of a team.</summary>
    public Task<ConversationList> ReadChannelsAsync(ConnectorAddress place, string teamId, CancellationToken cancellationToken) =>
        CallAsync(
        place,
        HttpMethod.Get,
        $"v3/teams/{Uri.EscapeDataString(teamId)}/conversations",
        content: null,
        TeamsJson.Wire.ConversationList,
        cancellationToken);

    private static string Activities(string conversation) => $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";

    private static string Targeted(bool targeted) => targeted ? "?isTargetedActivity=true" : "";

    private static JsonContent Json<T>(T body, JsonTypeInfo<T> type) => JsonContent.Create(body, type);

    private async Task<T> CallAsync<T>(
        ConnectorAddress place,
        HttpMethod method,
        string path,
        HttpContent? content,
        JsonTypeInfo<T> answer,
        CancellationToken cancellationToken)
    {
        var address = new Uri(place.ServiceUrl.TrimEnd('/') + "/");
        if (!serviceUrls.IsCallable(address))
        {
            throw new PlatformException(
                $"{address.Host} isn't a service URL of Teams and isn't listed in Teams:ServiceUrls.",
                isPermanent: true);
        }

        await rateLimiter.WaitAsync(place.TenantId, cancellationToken);
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        if (serviceUrls.IsTrusted(address))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.TokenAsync(cancellationToken));
        }

        var call = $"{method} {path[..(path.IndexOf('/', 3) is var slash and > 0 ? slash : path.Length)]}";
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new ConnectorException(
                    call,
                    response.StatusCode,
                    await ReadCodeAsync(response, cancellationToken),
                    RetryAfter.Of(response.Headers.RetryAfter, clock));
            }

            return await ReadAsync(response, answer, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            var neverLeft = exception.HttpRequestError is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError;
            throw new PlatformException($"{call}: Teams can't be reached.", fateUnknown: !neverLeft, inner: exception);
        }
        catch (JsonException exception)
        {
            throw new PlatformException($"{call}: the response isn't from the connector.", fateUnknown: true, inner: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PlatformException($"{call}: no answer in time.", fateUnknown: true, inner: exception);
        }
    }

    /// <summary>Some responses have no body.</summary>
    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return JsonSerializer.Deserialize(body.Length == 0 ? "{}"u8 : body, type) ?? throw new JsonException("null");
    }

    private static async Task<string?> ReadCodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(response, TeamsJson.Wire.ErrorResponse, cancellationToken)).Error?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The connector's address and the tenant.</summary>
public sealed record ConnectorAddress(string ServiceUrl, string TenantId);
