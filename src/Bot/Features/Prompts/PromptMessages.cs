using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>The layout of a prompt, and messages about postponing it.</summary>
public static class PromptMessages
{
    public const string DoAction = "prompt.do";
    public const string LaterAction = "prompt.later";
    public const string SnoozeAction = "prompt.snooze";
    public const string StopAction = "prompt.stop";

    public const string Tomorrow = "tomorrow";
    public const string NextWeek = "week";
    public const string OnADay = "day";
    public const string NoSuchDay = "That is no day within the next year.";
    public const string NoSuchDayTyped = $"{NoSuchDay} Write it like 2026-12-24.";

    /// <summary>A prompt: its text, its buttons, how to stop it, and why it was sent.</summary>
    public static ChatMessage Prompt(Guid promptId, ChatText text, PromptContent content, bool becomesSlower) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(text),
        .. content.ExtraBlocks,
        new ChatBlock.Buttons(
        [
            .. content.Buttons.Select(button => button with { Action = DoAction, Value = $"{promptId:N} {button.Action} {button.Value}" }),
            new ChatButton(LaterAction, promptId.ToString("N"), "Later"),
            new ChatButton(StopAction, promptId.ToString("N"), "Stop these"),
        ]),
        new ChatBlock.Small(becomesSlower
            ? ChatText.Of(
                $"You get this because {content.Reason}. The last three were not for you, it seems, so from now on these come half as "
                    + $"often.")
            : ChatText.Of($"You get this because {content.Reason}.")),
    ]);

    /// <summary>Asks until when to postpone a prompt.</summary>
    public static ChatMessage UntilWhen(Prompt prompt) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("When would be better?")),
        new ChatBlock.Buttons(
        [
            new ChatButton(SnoozeAction, $"{prompt.Id:N} {Tomorrow}", "Tomorrow"),
            new ChatButton(SnoozeAction, $"{prompt.Id:N} {NextWeek}", "Next week"),
            new ChatButton(SnoozeAction, $"{prompt.Id:N} {OnADay}", "On a date"),
        ]));

    public static ChatMessage Snoozed(string day) =>
        ChatMessage.Of(ChatText.Of($"All right. I come back to it on {day}, or on your next working day after that."));

    public static ChatMessage Stopped(PromptKind kind) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"Done: no more of these ({NameOf(kind)}). /relate prompts brings them back.")),
        new ChatBlock.Buttons([new ChatButton(PromptSettingsMessages.OnAction, kind.ToString(), "Bring them back")]));

    public static ChatMessage Done() => ChatMessage.Of(ChatText.Of("Glad that it is of use."));

    public static ChatMessage Gone() =>
        ChatMessage.Of(ChatText.Of("I do not remember that one any more. /relate prompts shows what you get."));

    /// <summary>The name of a kind.</summary>
    public static string NameOf(PromptKind kind) => kind switch
    {
        PromptKind.Solved => "did it get solved?",
        PromptKind.Newcomer => "people worth meeting, in your first weeks",
        PromptKind.Anniversary => "work anniversaries",
        PromptKind.FocusFive => "your five",
        PromptKind.WhoHelped => "who helped you this week?",
        PromptKind.Balance => "give and take with other departments",
        PromptKind.QuietTie => "people you have lost sight of",
        PromptKind.HowToHelp => "your department's page",
        PromptKind.NeedHelp => "what could you use help with?",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of prompt."),
    };
}
