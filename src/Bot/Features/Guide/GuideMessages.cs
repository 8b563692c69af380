using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Features.Guide;

/// <summary>What the guide says.</summary>
internal static class GuideMessages
{
    public static ChatMessage Help() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Say thanks")}\n/thanks @sue @raj for the new laptop #patience\n/thanks @it for the quick repair\n/thanks privately @sue for listening")),
        new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Give kudos")} for something you saw\n/kudos @ana for the calm in that meeting")),
        new ChatBlock.Small(ChatText.Of("Without any words, /thanks opens a form. Here in our direct messages you can leave the slash out.")));

    public static ChatMessage Hint() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("I did not understand that. Most people start with: thanks @sue for the quick help")),
        new ChatBlock.Buttons([new ChatButton("guide.help", "", "Show examples"), new ChatButton("thanks.form", "", "Say thanks", ChatButtonLook.Primary)]));
}
