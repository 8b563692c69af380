using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Outbox.Failures;

/// <summary>Messages about failed deliveries that aren't specific to one feature.</summary>
public static class DeliveryMessages
{
    /// <summary>To the author of a message to one person.</summary>
    public static ChatMessage NotReached(Person receiver) => ChatMessage.Of(ChatText.Of(
        $"I couldn't reach {receiver}, so they don't have your message. You can still tell them yourself."));

    /// <summary>To administrators, once for each channel and workspace. <paramref name="reason"/>: what is wrong and what to do.</summary>
    public static ChatMessage ChannelUnusable(Workspace workspace, string channel, string reason) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"I can't post in {channel} in {workspace.Name}.")),
        new ChatBlock.Paragraph(ChatText.Of(reason)),
        new ChatBlock.Small(ChatText.Of("You're an administrator here, so I'm telling you once. The people concerned hear from me too.")));
}
