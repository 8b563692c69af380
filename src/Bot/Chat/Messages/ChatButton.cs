using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// A button. A tap comes back as <see cref="ChatInput.Action"/> with the same <paramref name="Action"/> and <paramref name="Value"/>.
/// </summary>
/// <param name="Action">Which action, for example <c>thanks.undo</c>.</param>
/// <param name="Value">What it concerns; at most 1,000 characters. Seen by clients, so it is checked again when it comes back.</param>
/// <param name="Label">Words on the button; at most 75 characters.</param>
/// <param name="Look">How much it stands out.</param>
public sealed record ChatButton(string Action, string Value, string Label, ChatButtonLook Look = ChatButtonLook.Plain);

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
