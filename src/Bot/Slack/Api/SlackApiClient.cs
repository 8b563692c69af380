using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Slack.Api;

/// <summary>
/// Calls Slack's Web API for one workspace. Created by <see cref="SlackApi"/>. Throws <see cref="SlackApiException"/> when Slack returns an
/// error, and <see cref="PlatformException"/> when it doesn't answer or asks us to wait.
/// </summary>
/// <param name="http">The HTTP client for Slack.</param>
/// <param name="authorise">Returns the authorization for a call. Called each time, because tokens change.</param>
/// <param name="teamId">The team whose lists are read. Null when the token belongs to one team.</param>
public sealed class SlackApiClient(
    HttpClient http,
    Func<CancellationToken, ValueTask<AuthenticationHeaderValue>> authorise,
    string? teamId = null)
{
    private const int Page = 200;

    /// <summary>List methods need it with an enterprise's token. Slack ignores it with a team's own token.</summary>
    private IEnumerable<KeyValuePair<string, string>> Team => teamId is null ? [] : [new("team_id", teamId)];

    public Task<AuthTestResponse> TestAuthAsync(CancellationToken cancellationToken) =>
        CallAsync("auth.test", new FormUrlEncodedContent([]), SlackJson.Wire.AuthTestResponse, changes: false, cancellationToken);

    public Task<ChatPostMessageResponse> PostMessageAsync(ChatPostMessageRequest message, CancellationToken cancellationToken) =>
        CallAsync(
            "chat.postMessage",
            Json(message, SlackJson.Wire.ChatPostMessageRequest),
            SlackJson.Wire.ChatPostMessageResponse,
            changes: true,
            cancellationToken);

    public Task PostEphemeralAsync(ChatPostEphemeralRequest message, CancellationToken cancellationToken) =>
        CallAsync(
            "chat.postEphemeral",
            Json(message, SlackJson.Wire.ChatPostEphemeralRequest),
            SlackJson.Wire.SlackResponse,
            changes: true,
            cancellationToken);

    public Task UpdateMessageAsync(ChatUpdateRequest message, CancellationToken cancellationToken) =>
        CallAsync(
            "chat.update",
            Json(message, SlackJson.Wire.ChatUpdateRequest),
            SlackJson.Wire.SlackResponse,
            changes: false,
            cancellationToken);

    public Task DeleteMessageAsync(ChatDeleteRequest message, CancellationToken cancellationToken) =>
        CallAsync(
            "chat.delete",
            Json(message, SlackJson.Wire.ChatDeleteRequest),
            SlackJson.Wire.SlackResponse,
            changes: false,
            cancellationToken);

    public Task OpenViewAsync(ViewsOpenRequest view, CancellationToken cancellationToken) =>
        CallAsync("views.open", Json(view, SlackJson.Wire.ViewsOpenRequest), SlackJson.Wire.SlackResponse, changes: true,
            cancellationToken);

    public Task PublishViewAsync(ViewsPublishRequest view, CancellationToken cancellationToken) =>
        CallAsync(
            "views.publish",
            Json(view, SlackJson.Wire.ViewsPublishRequest),
            SlackJson.Wire.SlackResponse,
            changes: false,
            cancellationToken);

    public Task<ChatGetPermalinkResponse> ReadPermalinkAsync(string channelId, string ts, CancellationToken cancellationToken) => CallAsync(
        "chat.getPermalink",
        Form([new("channel", channelId), new("message_ts", ts)]),
        SlackJson.Wire.ChatGetPermalinkResponse,
        changes: false,
        cancellationToken);

    /// <summary>Opens a conversation with one user, or with several separated by commas.</summary>
    public Task<ConversationsOpenResponse> OpenConversationAsync(string users, CancellationToken cancellationToken) => CallAsync(
        "conversations.open", Json(new ConversationsOpenRequest(users), SlackJson.Wire.ConversationsOpenRequest),
        SlackJson.Wire.ConversationsOpenResponse, changes: false, cancellationToken);

    public Task JoinConversationAsync(string channelId, CancellationToken cancellationToken) => CallAsync(
        "conversations.join", Json(new ConversationsJoinRequest(channelId), SlackJson.Wire.ConversationsJoinRequest),
        SlackJson.Wire.SlackResponse, changes: false, cancellationToken);

    /// <summary>Returns a page of the public channels that aren't archived.</summary>
    public Task<ConversationsListResponse> ListConversationsAsync(string? cursor, CancellationToken cancellationToken) => CallAsync(
        "conversations.list",
        Form([new("types", "public_channel"), new("exclude_archived", "true"), new("limit", "1000"), .. Team, .. Cursor(cursor)]),
        SlackJson.Wire.ConversationsListResponse, changes: false, cancellationToken);

    /// <summary>Returns a page of the messages after a moment, newest first, with metadata.</summary>
    public Task<ConversationsHistoryResponse> ReadHistoryAsync(
        string channelId,
        DateTimeOffset after,
        string? cursor,
        CancellationToken cancellationToken) => CallAsync(
        "conversations.history",
        Form(
        [
            new("channel", channelId),
            new("oldest", after.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new("include_all_metadata", "true"),
            new("limit", Page.ToString(CultureInfo.InvariantCulture)), .. Cursor(cursor),
        ]),
        SlackJson.Wire.ConversationsHistoryResponse, changes: false, cancellationToken);

    public Task<UsersInfoResponse> ReadUserAsync(string userId, CancellationToken cancellationToken) =>
        CallAsync(
            "users.info",
            Form([new("user", userId), new("include_locale", "true")]),
            SlackJson.Wire.UsersInfoResponse,
            changes: false,
            cancellationToken);

    /// <summary>
    /// Returns a page of all current, future and former accounts. Custom profile fields are missing: Slack returns them for one account at
    /// a time.
    /// </summary>
    public Task<UsersListResponse> ListUsersAsync(string? cursor, CancellationToken cancellationToken) => CallAsync(
        "users.list",
        Form([new("include_locale", "true"), new("limit", Page.ToString(CultureInfo.InvariantCulture)), .. Team, .. Cursor(cursor)]),
        SlackJson.Wire.UsersListResponse, changes: false, cancellationToken);

    /// <summary>Returns every user group with its members, including disabled groups. Slack doesn't page this list.</summary>
    public Task<UsergroupsListResponse> ListUserGroupsAsync(CancellationToken cancellationToken) => CallAsync(
        "usergroups.list",
        Form([new("include_users", "true"), new("include_disabled", "true"), .. Team]),
        SlackJson.Wire.UsergroupsListResponse,
        changes: false,
        cancellationToken);

    public Task<TeamProfileGetResponse> ReadTeamProfileAsync(CancellationToken cancellationToken) =>
        CallAsync("team.profile.get", Form([]), SlackJson.Wire.TeamProfileGetResponse, changes: false, cancellationToken);

    public Task<UsersProfileGetResponse> ReadUserProfileAsync(string userId, CancellationToken cancellationToken) =>
        CallAsync(
            "users.profile.get",
            Form([new("user", userId)]),
            SlackJson.Wire.UsersProfileGetResponse,
            changes: false,
            cancellationToken);

    public Task<ConversationsInfoResponse> ReadConversationAsync(string channelId, CancellationToken cancellationToken) =>
        CallAsync(
            "conversations.info",
            Form([new("channel", channelId)]),
            SlackJson.Wire.ConversationsInfoResponse,
            changes: false,
            cancellationToken);

    /// <summary>Exchanges a code or a refresh token for tokens. Each works once, so without an answer its state is unknown.</summary>
    public Task<OAuthV2AccessResponse> ExchangeAsync(IEnumerable<KeyValuePair<string, string>> grant,
        CancellationToken cancellationToken) =>
        CallAsync("oauth.v2.access", Form(grant), SlackJson.Wire.OAuthV2AccessResponse, changes: true, cancellationToken);

    public Task<AppsConnectionsOpenResponse> OpenSocketAsync(CancellationToken cancellationToken) =>
        CallAsync("apps.connections.open", Form([]), SlackJson.Wire.AppsConnectionsOpenResponse, changes: false, cancellationToken);

    private static JsonContent Json<T>(T body, JsonTypeInfo<T> type) =>
        JsonContent.Create(body, type, new MediaTypeHeaderValue("application/json", "utf-8"));

    private static FormUrlEncodedContent Form(IEnumerable<KeyValuePair<string, string>> fields) => new(fields);

    private static IEnumerable<KeyValuePair<string, string>> Cursor(string? cursor) =>
        cursor is { Length: > 0 } ? [new("cursor", cursor)] : [];

    private static IReadOnlyList<string> Explanations(SlackResponse? answer) =>
        [
            .. answer?.ResponseMetadata?.Messages ?? [],
            .. answer?.Needed is { Length: > 0 } scope ? [$"needed: {scope}"] : Array.Empty<string>()
        ];

    private static IReadOnlyCollection<string> Scopes(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-OAuth-Scopes", out var values)
        ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
        : [];

    /// <summary>
    /// Makes one call. <paramref name="changes"/>: repeating it would be visible, so without an answer the outcome is unknown.
    /// </summary>
    private async Task<T> CallAsync<T>(
        string method,
        HttpContent content,
        JsonTypeInfo<T> answer,
        bool changes,
        CancellationToken cancellationToken)
        where T : SlackResponse
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(method, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = await authorise(cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.TooManyRequests)
            {
                throw new PlatformException(
                    $"{method}: Slack asks to wait.",
                    response.Headers.RetryAfter?.Delta,
                    stopsWorkspace: method is SlackErrors.PostMessage);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new PlatformException(
                    $"{method}: HTTP status {(int)response.StatusCode}.", response.Headers.RetryAfter?.Delta,
                    fateUnknown: changes && response.StatusCode >= HttpStatusCode.InternalServerError);
            }

            var result = await response.Content.ReadFromJsonAsync(answer, cancellationToken);
            if (result is not { Ok: true })
            {
                throw new SlackApiException(method, result?.Error ?? "no_answer", Explanations(result));
            }

            result.Scopes = Scopes(response);
            return result;
        }
        catch (HttpRequestException exception)
        {
            var neverLeft = exception.HttpRequestError is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError;
            throw new PlatformException($"{method}: Slack can't be reached.", fateUnknown: changes && !neverLeft, inner: exception);
        }
        catch (JsonException exception)
        {
            throw new PlatformException($"{method}: the response isn't from Slack.", fateUnknown: changes, inner: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PlatformException($"{method}: no answer in time.", fateUnknown: changes, inner: exception);
        }
    }
}
