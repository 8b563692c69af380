using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>The forms for asks, and how to read their answers.</summary>
public static class AskForm
{
    public const string Ask = "ask.ask";
    public const string Suggest = "ask.suggest";
    public const string TextField = "text";
    public const string DepartmentField = "department";
    public const string PersonField = "person";
    public const string NeededByField = "needed_by";
    public const string ReadersField = "readers";

    private const string Anybody = "anybody";
    private const string NoHurry = "no_hurry";
    private const string Few = "few";

    /// <summary>
    /// The form to ask for help: what, whom, by when, and who may read it. <paramref name="today"/>: in the asker's time zone.
    /// <paramref name="insteadOf"/>: the ask that no one took and that the new one replaces.
    /// </summary>
    public static ChatForm ToAsk(
        IReadOnlyList<Department> departments, DateOnly today, string text = "", Guid? insteadOf = null) => new()
        {
            Form = Ask,
            State = insteadOf?.ToString("N") ?? "",
            Title = "Ask for help",
            Submit = "Ask",
            InOneLine = "/ask @it my laptop freezes",
            OpenedBy = new ChatButton(AskMessages.FormAction, "", "Open the form"),
            Fields =
        [
            new ChatField.Words
            {
                Name = TextField,
                Label = "What do you need?",
                Longest = Domain.Help.Ask.LongestText,
                Lines = true,
                Initial = text.Length > 0 ? text : null,
                Hint = "What you tried already saves a question.",
            },
            new ChatField.Choice
            {
                Name = DepartmentField,
                Label = "Whom do you ask?",
                Options = [
                    new ChatOption(Anybody, "Whoever can help"),
                    .. departments.Take(99).Select(department => new ChatOption(department.Id.ToString("N"), department.Name))
                ],
                Initial = [Anybody],
            },
            new ChatField.People { Name = PersonField, Label = "Or one person", Most = 1, Optional = true,
                Hint = "Then only they get it." },
            new ChatField.Choice { Name = NeededByField, Label = "Until when?", Options = [.. Days(today)], Initial = [NoHurry] },
            new ChatField.Choice
            {
                Name = ReadersField,
                Label = "Who may read it",
                Options = [new ChatOption("channel", "Everybody in the channel"), new ChatOption(Few, "Only the people asked")],
                Initial = ["channel"],
            },
        ],
        };

    /// <summary>The form to suggest a person who could help.</summary>
    public static ChatForm ToSuggest(AskDetails details) => new()
    {
        Form = Suggest,
        Title = "I know who can",
        Submit = "Ask them",
        State = details.Ask.Id.ToString("N"),
        OpenedBy = new ChatButton(AskMessages.SuggestAction, details.Ask.Id.ToString("N"), "Open the form"),
        Fields = [new ChatField.People
        {
            Name = PersonField,
            Label = "Who could help?",
            Most = 1,
            Hint = "I ask them, and say that it was your idea."
        }],
    };

    /// <summary>Returns whom the form asks, when it isn't a person.</summary>
    public static AskTarget Target(ChatInput.Form form) =>
        Guid.TryParse(form.One(DepartmentField), out var department) ? new AskTarget.OfDepartment(department) : new AskTarget.Anybody();

    /// <summary>True when the ask may be posted in a channel.</summary>
    public static bool IsPublic(ChatInput.Form form) => form.One(ReadersField) != Few;

    /// <summary>The day by which help is needed; null for no hurry.</summary>
    public static DateOnly? NeededBy(ChatInput.Form form) => form.Day(NeededByField);

    private static IEnumerable<ChatOption> Days(DateOnly today)
    {
        yield return new ChatOption(NoHurry, "No hurry");
        yield return Day(today, "Today");
        yield return Day(today.AddDays(1), "Tomorrow");
        var friday = today.AddDays(((int)DayOfWeek.Friday - (int)today.DayOfWeek + 7) % 7);
        foreach (var (day, label) in new[]
        {
            (friday, "This week"),
            (friday.AddDays(7), "Next week"),
            (friday.AddDays(14), "The week after")
        }.Where(option => option.Item1 > today.AddDays(1)))
        {
            yield return Day(day, label);
        }
    }

    private static ChatOption Day(DateOnly day, string label) => new(
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{label}, by {day:dddd, d MMMM}"));
}
