using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>What is said about prompts, and their settings, in every message and form.</summary>
internal static class PromptExamples
{
    private static readonly Prompt prompt = new()
    {
        Id = Team.Id(90),
        OrganisationId = Team.Id(100),
        PersonId = Team.Mark.Id,
        Kind = PromptKind.WhoHelped,
        Day = new DateOnly(2026, 11, 20),
        SentAt = default,
        Text = "",
    };

    private static readonly PromptView view = new()
    {
        MostADay = 1,
        MostAWeek = 3,
        Time = new TimeOnly(15, 0),
        Kinds =
        [
            new PromptKindView(PromptKind.Solved, IsOn: true),
            new PromptKindView(PromptKind.Newcomer, IsOn: true),
            new PromptKindView(PromptKind.Anniversary, IsOn: false),
            new PromptKindView(PromptKind.FocusFive, IsOn: true),
            new PromptKindView(PromptKind.WhoHelped, IsOn: true, IsSlower: true),
            new PromptKindView(PromptKind.Balance, IsOn: true, SnoozedUntil: new DateOnly(2026, 12, 24)),
            new PromptKindView(PromptKind.QuietTie, IsOn: true),
            new PromptKindView(PromptKind.HowToHelp, IsOn: true),
            new PromptKindView(PromptKind.NeedHelp, IsOn: true),
        ],
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["prompt-until-when"] = PromptMessages.UntilWhen(prompt),
        ["prompt-snoozed"] = PromptMessages.Snoozed("Thursday, 24 December 2026"),
        ["prompt-stopped"] = PromptMessages.Stopped(PromptKind.WhoHelped),
        ["prompt-done"] = PromptMessages.Done(),
        ["prompt-gone"] = PromptMessages.Gone(),
        ["prompt-settings"] = PromptSettingsMessages.Settings(view),
        ["prompt-settings-chosen"] = PromptSettingsMessages.Settings(
            view with { Day = DayOfWeek.Tuesday, Hour = 10, Time = new TimeOnly(10, 0), MostADay = 2, MostAWeek = 5 }),
        ["prompt-settings-paused"] = PromptSettingsMessages.Settings(view with { PausedUntil = new DateOnly(2027, 1, 4) }),
        ["prompt-settings-usage"] = PromptSettingsMessages.Usage(),
    };

    public static readonly Dictionary<string, ChatForm> Forms = new(StringComparer.Ordinal)
    {
        ["form-prompt-settings"] = PromptForm.ToSet(
            view with { Day = DayOfWeek.Tuesday, Hour = 10, PausedUntil = new DateOnly(2027, 1, 4) },
            prompt.Day),
        ["form-prompt-snooze"] = PromptForm.ToSnooze(prompt.Id, prompt.Day),
    };
}
