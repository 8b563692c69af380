using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Graph;
using RelateBot.Bot.Teams.Invokes;
using RelateBot.Bot.Teams.Sending;

namespace RelateBot.Bot.Teams;

/// <summary>JSON settings for Teams: camelCase, without null values.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(CardData))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(GraphWorkingHours))]
[JsonSerializable(typeof(TeamsReplyAddress))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(MessagingExtensionAction))]
[JsonSerializable(typeof(MessagingExtensionQuery))]
[JsonSerializable(typeof(MessagingExtensionResponse))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(TaskModuleResponse.TaskInfo))]
[JsonSerializable(typeof(string))]
public sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>The default settings.</summary>
    public static TeamsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
    });
}
