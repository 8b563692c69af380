using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Features.Help;

/// <summary>Messages to the asker about who is asked: at once, and later if someone couldn't be reached.</summary>
public static class AskedMessages
{
    private const string WhenTaken = "I'll let you know when someone picks it up.";

    /// <summary>To the asker at once: who will be asked, as far as that is known.</summary>
    public static ChatMessage Asked(AskDetails details, AskAudience audience) => ChatMessage.Of(
        new ChatBlock.Paragraph((details, audience) switch
        {
            ({ Person: { } person }, { Waits: true }) =>
                ChatText.Of($"{person} doesn't have an account here yet. I'll ask them when they have one. Ask someone else now?"),
            ({ Person: { } person }, _) => ChatText.Of($"I've asked {person}. I'll let you know as soon as I hear back."),
            (_, { Channel: { } channel }) => ChatText.Of($"I'll ask {AskMessages.Whom(details)} in {channel}. {WhenTaken}"),
            ({ Ask.Topic: { } topic }, { Told: > 0 and var told }) =>
                ChatText.Of(
                    $"I'll ask {(told == 1 ? "someone who offers" : $"{told} people who offer")} help with #{topic}, in direct messages. "
                        + $"{WhenTaken}"),
            (_, { Told: 0 }) =>
                ChatText.Of(
                    $"I've noted it, but I don't know anyone to ask: there's no channel for help here, and I can't reach {Anyone(details)} "
                        + $"directly. Ask one person by name?"),
            (_, { Told: var told }) =>
                ChatText.Of($"I'll ask {AskMessages.Whom(details)}, {People(told)}, in direct messages. {WhenTaken}"),
        }),
        new ChatBlock.Buttons(
        [
            .. audience is { Channel: null, Told: 0 }
                ? [AskMessages.Button(AskMessages.AgainAction, details, "Ask one person", ChatButtonLook.Primary)]
                : Array.Empty<ChatButton>(),
            AskMessages.Button(AskMessages.WithdrawAction, details, "No longer needed"),
        ]));

    /// <summary>To the asker, when the ask couldn't be posted. <paramref name="told"/>: how many are asked directly instead.</summary>
    public static ChatMessage ChannelFailed(AskDetails details, string channel, int told) => told > 0
        ? AskMessages.ToAsker(
            details,
            ChatText.Of(
                $"I couldn't post in {channel}, so I'll ask {AskMessages.Whom(details)}, {People(told)}, in direct messages. {WhenTaken}"),
            AskMessages.Button(AskMessages.WithdrawAction, details, "No longer needed"))
        : AskMessages.ToAsker(
            details,
            ChatText.Of($"I couldn't post in {channel}, so no one has seen this yet. Ask one person by name?"),
            AskMessages.Button(AskMessages.AgainAction, details, "Ask one person", ChatButtonLook.Primary),
            AskMessages.Button(AskMessages.WithdrawAction, details, "No longer needed"));

    /// <summary>To the asker, when none of the people asked directly can be reached.</summary>
    public static ChatMessage NobodyReached(AskDetails details) => AskMessages.ToAsker(
        details,
        details.Person is { } person
            ? ChatText.Of($"I couldn't reach {person}, so no one has seen this yet. Ask someone else?")
            : ChatText.Of($"I couldn't reach {Anyone(details)}, so no one has seen this yet. Ask one person by name?"),
        AskMessages.Button(
            AskMessages.AgainAction,
            details,
            details.Person is null ? "Ask one person" : "Ask someone else",
            ChatButtonLook.Primary),
        AskMessages.Button(AskMessages.WithdrawAction, details, "No longer needed"));

    /// <summary>Replaces the first answer when it turned out wrong. <paramref name="channel"/>: null when the ask was for people.</summary>
    public static ChatMessage NotPassedOn(AskDetails details, string? channel) => AskMessages.ToAsker(
        details,
        (channel, details.Person) switch
        {
            ({ } name, _) => ChatText.Of($"I couldn't post this in {name}:"),
            (_, { } person) => ChatText.Of($"I couldn't reach {person} with this:"),
            _ => ChatText.Of($"I couldn't reach {Anyone(details)} with this:"),
        });

    private static ChatText Anyone(AskDetails details) => details switch
    {
        { Department: { } department } => ChatText.Of($"anyone in {department}"),
        { Ask.Topic: { } topic } => ChatText.Of($"anyone who knows about #{topic}"),
        _ => ChatText.Of("anyone"),
    };

    private static string People(int count) => count == 1 ? "one person" : $"{count} people";
}
