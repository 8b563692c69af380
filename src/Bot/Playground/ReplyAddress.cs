namespace RelateBot.Bot.Playground;

/// <summary>
/// Where an answer goes: to the conversation, visible to the person who wrote, or in place of the message whose button they tapped.
/// </summary>
internal sealed record ReplyAddress(string Conversation, string Account, Guid? Tapped = null)
{
    /// <summary>Encodes the address for the outbox. Accounts and conversations contain no spaces.</summary>
    public override string ToString() => $"{Conversation} {Account} {Tapped:N}";

    public static ReplyAddress Parse(string text) => text.Split(' ') is [var conversation, var account, var tapped]
        ? new ReplyAddress(conversation, account, tapped.Length == 0 ? null : Guid.Parse(tapped))
        : throw new FormatException("This isn't a reply address of the playground.");
}
