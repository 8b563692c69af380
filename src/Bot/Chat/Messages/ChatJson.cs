using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Outbox;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>JSON of platform-neutral messages, for the outbox and for the playground's page.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(ChatForm))]
[JsonSerializable(typeof(Destination))]
public sealed partial class ChatJson : JsonSerializerContext
{
    /// <summary>The instance to use. It keeps letters outside ASCII readable in the database.</summary>
    public static ChatJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
