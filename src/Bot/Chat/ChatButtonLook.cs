using System.Text.Json.Serialization;

namespace RelateBot.Bot.Chat;

/// <summary>How much a button stands out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChatButtonLook>))]
public enum ChatButtonLook
{
    /// <summary>Like any other.</summary>
    Plain,

    /// <summary>The one most people want.</summary>
    Primary,

    /// <summary>It takes something back.</summary>
    Danger,
}
