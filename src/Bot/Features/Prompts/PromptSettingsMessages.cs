using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Messages about which prompts a person gets, and when.</summary>
public static class PromptSettingsMessages
{
    public const string FormAction = "prompt.settings";
    public const string OnAction = "prompt.on";
    public const string ResumeAction = "prompt.resume";

    /// <summary>All settings, with buttons to change them.</summary>
    public static ChatMessage Settings(PromptView view) => ChatMessage.Of(Blocks(view));

    /// <summary>The same for the home page.</summary>
    public static ImmutableArray<ChatBlock> Blocks(PromptView view) =>
    [
        new ChatBlock.Paragraph(view.PausedUntil is { } day
            ? ChatText.Of($"Prompts and coffees pause until {Date(day)}.")
            : ChatText.Of(
                $"I come to you by myself at most {Times(view.MostADay)} a day and {Times(view.MostAWeek)} a week, {When(view)}, never on "
                    + $"a day off.")),
        new ChatBlock.Paragraph(new ChatText([.. view.Kinds.SelectMany((kind, index) => Line(kind, index))])),
        new ChatBlock.Buttons(
        [
            new ChatButton(FormAction, "", "Change"),
            .. view.PausedUntil is null ? [] : new[] { new ChatButton(ResumeAction, "", "Go on now", ChatButtonLook.Primary) },
        ]),
    ];

    public static ChatMessage Usage() => ChatMessage.Of(ChatText.Of(
        "For example: /relate prompts pause 2026-12-24, /relate prompts resume, /relate prompts friday 15, or /relate prompts alone to "
            + "see and change them."));

    /// <summary>"on Fridays at 15:00 your time".</summary>
    private static string When(PromptView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(view.Day is { } day ? $"the weekly ones on {day}s, " : "")}{(view.Hour is null ? "after" : "at")} {view.Time:HH:mm} your time");

    private static ImmutableArray<ChatSpan> Line(PromptKindView kind, int index) => ChatText.Of(
        $"{(index == 0 ? "" : "\n")}{(kind.IsOn ? "✓" : "–")} {PromptMessages.NameOf(kind.Kind)}{Note(kind)}").Spans;

    private static string Note(PromptKindView kind) => kind switch
    {
        { IsOn: false } => ": off",
        { SnoozedUntil: { } day } => $": put off until {Date(day)}",
        { IsSlower: true } => ": half as often, since the last ones went unused",
        _ => "",
    };

    private static string Times(int number) => number switch
    {
        1 => "once",
        2 => "twice",
        3 => "three times",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} times")
    };

    internal static string Date(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
}
