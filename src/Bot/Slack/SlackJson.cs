using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Forms;
using RelateBot.Bot.Slack.Interactions;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Bot.Slack.Sockets;

namespace RelateBot.Bot.Slack;

/// <summary>JSON settings for Slack: snake_case, without null values.</summary>
[JsonSerializable(typeof(SlackResponse))]
[JsonSerializable(typeof(AuthTestResponse))]
[JsonSerializable(typeof(ChatPostMessageRequest))]
[JsonSerializable(typeof(ChatPostMessageResponse))]
[JsonSerializable(typeof(ChatPostEphemeralRequest))]
[JsonSerializable(typeof(ChatUpdateRequest))]
[JsonSerializable(typeof(ChatDeleteRequest))]
[JsonSerializable(typeof(ViewsOpenRequest))]
[JsonSerializable(typeof(ConversationsOpenRequest))]
[JsonSerializable(typeof(ConversationsOpenResponse))]
[JsonSerializable(typeof(ConversationsJoinRequest))]
[JsonSerializable(typeof(ConversationsListResponse))]
[JsonSerializable(typeof(ConversationsHistoryResponse))]
[JsonSerializable(typeof(ConversationsInfoResponse))]
[JsonSerializable(typeof(UsersInfoResponse))]
[JsonSerializable(typeof(UsersListResponse))]
[JsonSerializable(typeof(UsersProfileGetResponse))]
[JsonSerializable(typeof(UsergroupsListResponse))]
[JsonSerializable(typeof(TeamProfileGetResponse))]
[JsonSerializable(typeof(DirectoryEvent))]
[JsonSerializable(typeof(OAuthV2AccessResponse))]
[JsonSerializable(typeof(AppsConnectionsOpenResponse))]
[JsonSerializable(typeof(SocketEnvelope))]
[JsonSerializable(typeof(SocketAcknowledgement))]
[JsonSerializable(typeof(ResponseUrlMessage))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(ModalView))]
[JsonSerializable(typeof(HomeView))]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(ResponseActionErrors))]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(SlackReplyAddress))]
[JsonSerializable(typeof(FormStateProtector.Sealed))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ViewsPublishRequest))]
[JsonSerializable(typeof(ChatGetPermalinkResponse))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(AppHomeOpenedEvent))]
public sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>The default settings.</summary>
    public static SlackJson Wire { get; } = new(NewOptions(isStrict: false));

    /// <summary>Settings for incoming requests. A missing required value means that the request isn't from Slack.</summary>
    public static SlackJson Requests { get; } = new(NewOptions(isStrict: true));

    /// <summary>Returns null when the text isn't valid JSON.</summary>
    public static System.Text.Json.JsonElement? TryParse(string text)
    {
        try
        {
            return System.Text.Json.JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions NewOptions(bool isStrict) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = isStrict,
        RespectRequiredConstructorParameters = isStrict,
    };
}
