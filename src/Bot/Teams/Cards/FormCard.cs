using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// Renders platform-neutral forms as cards with inputs. A form with errors shows them next to its inputs and keeps all answers.
/// </summary>
public static class FormCard
{
    /// <summary>Renders a form in the conversation or in a dialog. <paramref name="once"/> identifies this copy of it.</summary>
    public static AdaptiveCard Render(ChatForm form, string? once = null, bool isInDialog = false) =>
        Render(form, ImmutableDictionary<string, string>.Empty, once, isInDialog);

    /// <summary>Renders the form with an error for each invalid input, by name.</summary>
    public static AdaptiveCard Render(
        ChatForm form,
        ImmutableDictionary<string, string> errors,
        string? once = null,
        bool isInDialog = false)
    {
        var fields = form.Fields.Where(field => field is not ChatField.Choice { Options: [] }).ToList();
        var elsewhere = errors
            .Where(error => fields.TrueForAll(field => field.Name != error.Key))
            .OrderBy(error => error.Key, StringComparer.Ordinal);
        var room = CardLimits.AllOptions;
        var data = new CardData(new CardData.Of
        {
            Form = form.Form,
            Once = once,
            State = form.State.Length == 0 ? null : form.State,
            OpenedBy = form.OpenedBy is { } button ? new CardData.Again(button.Action, button.Value) : null,
            People = Names(fields.OfType<ChatField.People>()),
            Lists = Names(fields.Where(field => field is ChatField.People or ChatField.Choice { Several: true })),
        });
        var body = ImmutableArray.CreateBuilder<CardElement>();
        if (!isInDialog)
        {
            // A dialog shows the title itself.
            body.Add(new CardElement.TextBlock(CardText.Escape(CardText.Short(form.Title, CardLimits.Title)))
            {
                Size = "Medium",
                Weight = "Bolder",
                Style = "heading"
            });
        }

        body.AddRange(elsewhere.Select(error => Fault(error.Value)));
        foreach (var field in fields)
        {
            body.AddRange(Draw(field, errors.GetValueOrDefault(field.Name), ref room));
        }

        return new AdaptiveCard
        {
            FallbackText = CardRenderer.Summary(form.Title),
            Speak = CardRenderer.Summary(form.Title),
            Body = body.ToImmutable(),
            Actions = [isInDialog
                ? new CardAction.Submit { Title = Title(form), Data = data }
                : new CardAction.Execute { Title = Title(form), Verb = form.Form, Data = data, Style = "positive" }],
        };
    }

    private static string Title(ChatForm form) => CardText.Short(form.Submit, CardLimits.ActionTitle);

    private static ImmutableArray<string>? Names(IEnumerable<ChatField> fields) =>
        fields.Select(field => field.Name).ToImmutableArray() is { Length: > 0 } names ? names : null;

    private static List<CardElement> Draw(ChatField field, string? error, ref int room)
    {
        List<CardElement> drawn = [Input(field, ref room)];
        if (error is not null)
        {
            drawn.Add(Fault(error));
        }

        if (field.Hint is { Length: > 0 } hint)
        {
            drawn.Add(new CardElement.TextBlock(CardText.Escape(CardText.Short(hint, CardLimits.Summary)))
            {
                Size = "Small",
                IsSubtle = true
            });
        }

        return drawn;
    }

    /// <summary>Uses the theme's colour for errors. A screen reader reads the error right after its input.</summary>
    private static CardElement.TextBlock Fault(string error) =>
        new(CardText.Escape(CardText.Short(CommandTextExtensions.WithoutSlashes(error), CardLimits.Summary)))
        {
            Color = "Attention",
            Weight = "Bolder"
        };

    private static CardElement Input(ChatField field, ref int room) => field switch
    {
        ChatField.People people => new CardElement.ChoiceSet(field.Name)
        {
            Label = Label(field),
            IsMultiSelect = people.Most > 1 ? true : null,
            IsRequired = Required(field),
            ErrorMessage = Missing(field, "Please choose somebody."),
            Placeholder = "Type a name",
            ChoicesData = new CardElement.DataQuery("graph.microsoft.com/users"),
            Value = Joined(people.Initial.Take(people.Most)),
        },
        ChatField.Choice choice => Choices(choice, ref room),
        ChatField.Words words => new CardElement.TextInput(field.Name)
        {
            Label = Label(field),
            MaxLength = Math.Clamp(words.Longest, 1, CardLimits.Value),
            IsMultiline = words.Lines ? true : null,
            IsRequired = Required(field),
            ErrorMessage = Missing(field, "Please write a few words."),
            Value = words.Initial is { Length: > 0 } initial ? CardText.Short(initial, CardLimits.Value) : null,
        },
        ChatField.Day day => new CardElement.DateInput(field.Name)
        {
            Label = Label(field),
            Min = day.Earliest,
            Max = day.Latest,
            Value = day.Initial,
            IsRequired = Required(field),
            ErrorMessage = Missing(field, "Please choose a day."),
        },
        _ => throw new InvalidOperationException($"No input for {field.GetType().Name}."),
    };

    private static CardElement.ChoiceSet Choices(ChatField.Choice choice, ref int room)
    {
        var options = ImmutableArray.CreateBuilder<CardElement.Choice>();
        foreach (var option in choice.Options)
        {
            var drawn = new CardElement.Choice(CardText.Short(option.Label, CardLimits.OptionText), option.Value);
            room -= CardText.Bytes(drawn.Title) + CardText.Bytes(drawn.Value) + "{\"title\":\"\",\"value\":\"\"},".Length;
            if (room < 0)
            {
                break;
            }

            options.Add(drawn);
        }

        return new CardElement.ChoiceSet(choice.Name)
        {
            Label = Label(choice),
            Choices = options.ToImmutable(),
            IsMultiSelect = choice.Several ? true : null,
            Style = options.Count <= CardLimits.OptionsInSight
                ? "expanded"
                : options.Count <= CardLimits.OptionsToScroll ? "compact" : "filtered",
            IsRequired = Required(choice),
            ErrorMessage = Missing(choice, "Please choose one."),
            Value = Joined(choice.Initial.Where(value => options.Any(option => option.Value == value))),
        };
    }

    private static string Label(ChatField field) => CardText.Short(field.Label, CardLimits.Label);

    private static bool? Required(ChatField field) => field.Optional ? null : true;

    private static string? Missing(ChatField field, string words) => field.Optional ? null : words;

    private static string? Joined(IEnumerable<string> values) => string.Join(',', values) is { Length: > 0 } joined ? joined : null;
}
