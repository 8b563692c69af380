using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>The forms for prompts, and how to read their answers.</summary>
public static class PromptForm
{
    public const string Settings = "prompt.settings";
    public const string Snooze = "prompt.snooze";
    public const string KindsField = "kinds";
    public const string DayField = "day";
    public const string HourField = "hour";
    public const string PauseField = "pause";
    public const string DateField = "date";

    private const string Any = "any";

    /// <summary>The form for settings: kinds, day, hour and a pause. <paramref name="today"/>: where the person lives.</summary>
    public static ChatForm ToSet(PromptView view, DateOnly today) => new()
    {
        Form = Settings,
        Title = "Prompts",
        Submit = "Save",
        InOneLine = "/relate prompts friday 15",
        OpenedBy = new ChatButton(PromptSettingsMessages.FormAction, "", "Open the form"),
        Fields =
        [
            new ChatField.Choice
            {
                Name = KindsField,
                Label = "What I may come to you with",
                Several = true,
                Optional = true,
                Options = [.. view.Kinds.Select(kind => new ChatOption(kind.Kind.ToString(), PromptMessages.NameOf(kind.Kind)))],
                Initial = [.. view.Kinds.Where(kind => kind.IsOn).Select(kind => kind.Kind.ToString())],
            },
            new ChatField.Choice
            {
                Name = DayField,
                Label = "On which day the weekly ones come",
                Options = [
                    new ChatOption(Any, "Each on its own day"),
                    .. Enum
                        .GetValues<DayOfWeek>()
                        .OrderBy(day => ((int)day + 6) % 7)
                        .Select(day => new ChatOption(day.ToString(), day.ToString()))
                ],
                Initial = [view.Day?.ToString() ?? Any],
            },
            new ChatField.Choice
            {
                Name = HourField,
                Label = "At what hour, within your working hours",
                Options = [
                    new ChatOption(Any, "As usual"),
                    .. Enumerable.Range(0, 24).Select(hour => new ChatOption(Number(hour), $"{hour:00}:00"))
                ],
                Initial = [view.Hour is { } chosen ? Number(chosen) : Any],
            },
            new ChatField.Day
            {
                Name = PauseField,
                Label = "Pause until",
                Optional = true,
                Earliest = Earliest(today),
                Latest = Latest(today),
                Initial = view.PausedUntil
            },
        ],
    };

    /// <summary>The form that asks until which day to snooze a prompt. <paramref name="today"/>: where the person lives.</summary>
    public static ChatForm ToSnooze(Guid promptId, DateOnly today) => new()
    {
        Form = Snooze,
        Title = "Not now",
        Submit = "Put it off",
        State = promptId.ToString("N"),
        OpenedBy = new ChatButton(PromptMessages.SnoozeAction, $"{promptId:N} {PromptMessages.OnADay}", "Open the form"),
        Fields = [new ChatField.Day { Name = DateField, Label = "Until when?", Earliest = Earliest(today), Latest = Latest(today) }],
    };

    /// <summary>The kinds that the person wants.</summary>
    public static ImmutableHashSet<PromptKind> Kinds(ChatInput.Form form) =>
        [.. form
            .All(KindsField)
            .Select(value => Enum.TryParse<PromptKind>(value, out var kind) && Enum.IsDefined(kind) ? kind : (PromptKind?)null)
            .OfType<PromptKind>()];

    /// <summary>The day of the week; null for any.</summary>
    public static DayOfWeek? Day(ChatInput.Form form) =>
        Enum.TryParse<DayOfWeek>(form.One(DayField), out var day) && Enum.IsDefined(day) ? day : null;

    /// <summary>The hour; null for the default.</summary>
    public static int? Hour(ChatInput.Form form) => ReadHour(form.One(HourField));

    /// <summary>Reads an hour of the day (0..23); null when it isn't one.</summary>
    public static int? ReadHour(string text) =>
        int.TryParse(text.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and < 24
            ? hour
            : null;

    /// <summary>Reads a day within a year from today; null when it isn't one.</summary>
    public static DateOnly? ReadDay(string text, DateOnly today) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= Earliest(today)
            && day <= Latest(today) ? day : null;

    private static DateOnly Earliest(DateOnly today) => today.AddDays(1);

    private static DateOnly Latest(DateOnly today) => today.AddYears(1);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
