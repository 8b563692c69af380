using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Reading;

/// <summary>The question about a text that may ask for privacy or be about privacy.</summary>
public static class VisibilityMessages
{
    /// <summary>
    /// Asks for the visibility. A tap comes back as <paramref name="action"/>, and <see cref="Drafts.ChooseVisibilityAsync"/> reads it.
    /// </summary>
    public static ChatMessage WhichOne(Guid draftId, string action) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("Private or public? I haven't sent anything yet.")),
        new ChatBlock.Small(ChatText.Of("Private: only the people you name can read it. Public: I can post it in a channel too.")),
        new ChatBlock.Buttons(
        [
            new ChatButton(action, $"{draftId:N}:{nameof(Visibility.Private)}", "Private", ChatButtonLook.Primary),
            new ChatButton(action, $"{draftId:N}:{nameof(Visibility.Public)}", "Public"),
        ]));
}
