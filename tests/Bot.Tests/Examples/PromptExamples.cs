using System.Collections.Immutable;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>Prompts and their settings, in every message and form.</summary>
internal static class PromptExamples
{
    private static readonly Prompt prompt = new()
    {
        Id = Team.Id(90), OrganisationId = Team.Id(100), PersonId = Team.Mark.Id, Kind = PromptKind.WhoHelped, Day = new DateOnly(2026, 11, 20), SentAt = default, Text = "",
    };

    private static readonly PromptView view = new()
    {
        MostADay = 1,
        MostAWeek = 3,
        Time = new TimeOnly(15, 0),
        Kinds =
        [
            new PromptKindView(PromptKind.Solved, IsOn: true), new PromptKindView(PromptKind.Newcomer, IsOn: true), new PromptKindView(PromptKind.Anniversary, IsOn: false),
            new PromptKindView(PromptKind.FocusFive, IsOn: true), new PromptKindView(PromptKind.WhoHelped, IsOn: true, IsSlower: true), new PromptKindView(PromptKind.Balance, IsOn: true, SnoozedUntil: new DateOnly(2026, 12, 24)),
            new PromptKindView(PromptKind.QuietTie, IsOn: true), new PromptKindView(PromptKind.HowToHelp, IsOn: true), new PromptKindView(PromptKind.NeedHelp, IsOn: true),
        ],
    };

    private static readonly PromptIdea whoHelped = new()
    {
        Words = ImmutableDictionary<string, ChatText>.Empty.Add("people", ChatText.List([Team.Sue, Team.Raj])),
        Because = ChatText.Of($"{Team.Sue} helped you three times in two weeks, as far as I know"),
        Buttons = [new ChatButton(PromptActions.ThankAction, Team.Sue.Id.ToString("N"), "Thank Sue"), new ChatButton(PromptActions.ThankAction, Team.Raj.Id.ToString("N"), "Thank Raj")],
    };

    private static readonly PromptIdea balance = new()
    {
        Words = ImmutableDictionary<string, ChatText>.Empty.Add("department", ChatText.Of($"{Team.It}")),
        Because = ChatText.Of("IT helped you 5 times in three months; only you see this"),
        Below = [new ChatBlock.Paragraph(ChatText.Of($"• {Team.Sue} asks: “who knows <!channel> & pivot tables?”. You may know.")), new ChatBlock.Paragraph(ChatText.Of("• They say what makes their work easier: “Send a screenshot.”"))],
        Buttons = [new ChatButton(AskMessages.TakeAction, Team.Id(91).ToString("N"), "I can help", ChatButtonLook.Primary), new ChatButton(PromptActions.ThankTeamAction, Team.It.Id.ToString("N"), "Say thanks")],
    };

    private static readonly PromptIdea page = new()
    {
        Words = ImmutableDictionary<string, ChatText>.Empty.Add("page", ChatText.Of($"the page of {Team.It}")),
        Because = ChatText.Of("you lead IT and its page was last looked at on 3 August"),
        Below = [new ChatBlock.Quote("Clear your server space before you call.\nSend a screenshot.")],
        Buttons = [new ChatButton(DepartmentMessages.EditAction, Team.It.Id.ToString("N"), "Edit", ChatButtonLook.Primary), new ChatButton(DepartmentMessages.RenewAction, Team.It.Id.ToString("N"), "Still true")],
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["prompt-who-helped"] = Draw(PromptKind.WhoHelped, whoHelped),
        ["prompt-who-helped-slower"] = Draw(PromptKind.WhoHelped, whoHelped, becomesSlower: true),
        ["prompt-balance"] = Draw(PromptKind.Balance, balance),
        ["prompt-how-to-help"] = Draw(PromptKind.HowToHelp, page),
        ["prompt-until-when"] = PromptMessages.UntilWhen(prompt),
        ["prompt-snoozed"] = PromptMessages.Snoozed("Thursday, 24 December 2026"),
        ["prompt-stopped"] = PromptMessages.Stopped(PromptKind.WhoHelped),
        ["prompt-done"] = PromptMessages.Done(),
        ["prompt-gone"] = PromptMessages.Gone(),
        ["prompt-settings"] = PromptSettingsMessages.Settings(view),
        ["prompt-settings-chosen"] = PromptSettingsMessages.Settings(view with { Day = DayOfWeek.Tuesday, Hour = 10, Time = new TimeOnly(10, 0), MostADay = 2, MostAWeek = 5 }),
        ["prompt-settings-paused"] = PromptSettingsMessages.Settings(view with { PausedUntil = new DateOnly(2027, 1, 4) }),
        ["prompt-settings-usage"] = PromptSettingsMessages.Usage(),
    };

    public static readonly Dictionary<string, ChatForm> Forms = new(StringComparer.Ordinal)
    {
        ["form-prompt-settings"] = PromptForm.ToSet(view with { Day = DayOfWeek.Tuesday, Hour = 10, PausedUntil = new DateOnly(2027, 1, 4) }, prompt.Day),
        ["form-prompt-snooze"] = PromptForm.ToSnooze(prompt.Id, prompt.Day),
    };

    private static ChatMessage Draw(PromptKind kind, PromptIdea idea, bool becomesSlower = false) =>
        PromptMessages.Prompt(prompt.Id, PromptTexts.Pick(kind, idea.Words, new HashSet<string>(StringComparer.Ordinal), seed: 0)!.Value.Text, idea, becomesSlower);
}
