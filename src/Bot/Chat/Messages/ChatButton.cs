using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// A button. A tap comes back as <see cref="ChatInput.Action"/> with the same <paramref name="Action"/> and <paramref name="Value"/>.
/// </summary>
/// <param name="Action">The action's name, for example <c>thanks.undo</c>.</param>
/// <param name="Value">The action's argument; at most 1,000 characters. Clients can see and change it, so it is checked when it comes
/// back.</param>
/// <param name="Label">The text on the button; at most 75 characters.</param>
/// <param name="Look">How prominent the button is.</param>
public sealed record ChatButton(string Action, string Value, string Label, ChatButtonLook Look = ChatButtonLook.Plain);

/// <summary>How prominent a button is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChatButtonLook>))]
public enum ChatButtonLook
{
    /// <summary>The default look.</summary>
    Plain,

    /// <summary>The action that most people want.</summary>
    Primary,

    /// <summary>An action that undoes or deletes something.</summary>
    Danger,
}
