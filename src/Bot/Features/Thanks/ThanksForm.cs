using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Reading;
using RelateBot.Domain;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>The forms for thanks, and how to read their answers.</summary>
public static class ThanksForm
{
    public const string Give = "thanks.give";
    public const string SayBack = "thanks.sayback";
    public const string ForMessage = "thank_for_this";
    public const string PeopleField = "people";
    public const string DepartmentsField = "teams";
    public const string NoteField = "note";
    public const string ValuesField = "values";
    public const string VisibilityField = "visibility";

    private const string AskPrefix = "ask:";

    /// <summary>The form to give thanks: people, note, values, visibility. For a message, its author is preselected.</summary>
    public static ChatForm ToGive(ExchangeKind kind, IReadOnlyList<Department> departments, ChatPost? post = null) => new()
    {
        Form = Give,
        Title = kind is ExchangeKind.Kudos ? "Give kudos" : "Say thanks",
        Submit = "Send",
        State = post?.Link is { Length: <= ThanksLimits.Link - 20 } link ? $"{kind} {link}" : kind.ToString(),
        InOneLine = kind is ExchangeKind.Kudos ? "/kudos @sue for the calm in that meeting" : "/thanks @sue for the quick help",
        OpenedBy = new ChatButton(ThanksMessages.FormAction, kind.ToString(), "Open the form"),
        Fields =
        [
            new ChatField.People
            {
                Name = PeopleField,
                Label = "Who",
                Most = ThanksLimits.Receivers,
                Optional = true,
                Initial = post?.AuthorId is { } author ? [author] : []
            },
            .. WholeDepartments(departments),
            new ChatField.Words
            {
                Name = NoteField, Label = "What for", Longest = ThanksLimits.Note, Lines = true, Optional = true,
                Hint = post is { Excerpt.Length: > 0 }
                    ? $"They wrote: “{post.Excerpt}”"
                    : "One concrete thing says more than many kind words.",
            },
            new ChatField.Words
            {
                Name = ValuesField,
                Label = "Values",
                Longest = 200,
                Optional = true,
                Hint = "For example: patience, craft"
            },
            new ChatField.Choice
            {
                Name = VisibilityField,
                Label = "Who may read it",
                Options = [
                    new ChatOption(nameof(Visibility.Public), "Everybody, in the kudos channel"),
                    new ChatOption(nameof(Visibility.Private), "Only those I thank")
                ],
                Initial = [nameof(Visibility.Public)],
            },
        ],
    };

    /// <summary>The same with a whole department preselected.</summary>
    public static ChatForm ToGiveTeam(IReadOnlyList<Department> departments, string departmentId, ChatButton openedBy)
    {
        var form = ToGive(ExchangeKind.Thanks, departments);
        return form with
        {
            OpenedBy = openedBy,
            Fields =
            [
                .. form.Fields.Select(field =>
                    field is ChatField.Choice { Name: DepartmentsField } choice
                        && choice.Options.Any(option => option.Value == departmentId)
                    ? choice with { Initial = [departmentId] }
                    : field),
            ],
        };
    }

    /// <summary>The same for a solved ask, with its helpers and their department preselected.</summary>
    public static ChatForm ForHelp(AskDetails details, ImmutableArray<string> helpers, IReadOnlyList<Department> departments)
    {
        var form = ToGive(ExchangeKind.Thanks, departments);
        return form with
        {
            State = $"{ExchangeKind.Thanks} {AskPrefix}{details.Ask.Id:N}",
            OpenedBy = new ChatButton(AskMessages.ThankAction, details.Ask.Id.ToString("N"), "Open the form"),
            Fields =
            [
                .. form.Fields.Select(field => field switch
                {
                    ChatField.People people => people with { Initial = helpers },
                    ChatField.Choice { Name: DepartmentsField } choice when details.Department is { } department
                        && choice.Options.Any(option => option.Value == department.Id.ToString("N")) =>
                        choice with { Initial = [department.Id.ToString("N")] },
                    ChatField.Words { Name: NoteField } note => note with { Hint = $"You asked: “{details.Ask.Text.Clip(100)}”" },
                    _ => field,
                }),
            ],
        };
    }

    /// <summary>The form to say something back to the giver.</summary>
    public static ChatForm ToSayBack(Act act) => new()
    {
        Form = SayBack,
        Title = "Say something back",
        Submit = "Send",
        State = act.Id.ToString("N"),
        OpenedBy = new ChatButton(ThanksMessages.SayBackAction, act.Id.ToString("N"), "Open the form"),
        Fields = [new ChatField.Words
        {
            Name = NoteField,
            Label = $"To {act.Giver.Name}",
            Longest = ThanksLimits.Note,
            Lines = true,
            Hint = "Only they will see it."
        }],
    };

    /// <summary>Reads the submitted form.</summary>
    public static ThanksDraft Read(ChatInput.Form form, IEnumerable<Receiver> people)
    {
        var state = form.State.Split(' ');
        var about = state is [_, var second] ? second : null;
        var isAsk = about?.StartsWith(AskPrefix, StringComparison.Ordinal) is true;
        return new ThanksDraft
        {
            Kind = state[0] == nameof(ExchangeKind.Kudos) ? ExchangeKind.Kudos : ExchangeKind.Thanks,
            Link = isAsk ? null : about,
            AskId = isAsk && Guid.TryParse(about![AskPrefix.Length..], out var askId) ? askId : null,
            Receivers =
            [
                .. people,
                .. form
                    .All(DepartmentsField)
                    .Select(id =>
                        Guid.TryParse(id, out var department) ? (Receiver)new Receiver.Department(department) : new Receiver.Unknown(id)),
            ],
            Note = form.One(NoteField).Trim(),
            Values = SentenceParser.ReadValues(form.One(ValuesField)),
            Visibility = form.One(VisibilityField) == nameof(Visibility.Private) ? Visibility.Private : Visibility.Public,
        };
    }

    // Some platforms allow at most 100 options in a choice. If there are more departments, they can be thanked by command.
    private static ImmutableArray<ChatField> WholeDepartments(IReadOnlyList<Department> departments) => departments.Count == 0 ? [] :
    [
        new ChatField.Choice
        {
            Name = DepartmentsField,
            Label = "Or whole departments",
            Several = true,
            Optional = true,
            Options = [.. departments.Take(100).Select(department => new ChatOption(department.Id.ToString("N"), department.Name))],
        },
    ];
}
