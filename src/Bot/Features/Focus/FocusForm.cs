using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Features.Focus;

/// <summary>The form that adds a person to the focus list or changes their entry. Notes can only be written here.</summary>
public static class FocusForm
{
    public const string Save = "five.save";
    public const string PersonField = "person";
    public const string CadenceField = "cadence";
    public const string NoteField = "note";

    /// <summary>The form for a new person.</summary>
    public static ChatForm ToAdd() => new()
    {
        Form = Save,
        Title = "One of your five",
        Submit = "Save",
        InOneLine = "/relate five add @ana monthly",
        OpenedBy = new ChatButton(FocusMessages.AddAction, "", "Open the form"),
        Fields =
        [
            new ChatField.People
            {
                Name = PersonField,
                Label = "Who would you like to know better?",
                Most = 1,
                Hint = "They do not learn of it, and nobody else does."
            },
            .. About(FocusListEditor.Usual, note: null),
        ],
    };

    /// <summary>The form for an existing entry. <paramref name="note"/>: decrypted, for its author.</summary>
    internal static ChatForm ToEdit(FocusView view, string? note) => new()
    {
        Form = Save,
        Title = "One of your five",
        Submit = "Save",
        State = view.Entry.Id.ToString("N"),
        OpenedBy = new ChatButton(
            FocusMessages.EditAction,
            new FocusButtonValue(view.Entry.Id, view.Entry.Turn, IsAtHome: false).ToString(),
            "Open the form"),
        Fields = [.. About(view.Entry.Cadence, note)],
    };

    private static IEnumerable<ChatField> About(Cadence cadence, string? note) =>
    [
        new ChatField.Choice
        {
            Name = CadenceField,
            Label = "How often would you like to be in touch?",
            Options = [.. Enum.GetValues<Cadence>().Select(each => new ChatOption(each.ToString(), Capital(each.ToWords())))],
            Initial = [cadence.ToString()],
        },
        new ChatField.Words
        {
            Name = NoteField,
            Label = "A note to yourself",
            Longest = FocusPerson.LongestNote,
            Lines = true,
            Optional = true,
            Initial = note,
            Hint = "For example what you would like to ask. It is kept sealed and shown to you alone.",
        },
    ];

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
