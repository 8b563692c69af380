using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>
/// Renders a platform-neutral form as a modal. Each input block has its field's name, which identifies answers and errors.
/// </summary>
public static class ModalRenderer
{
    private const string AnswerActionId = "answer";

    public static ModalView Render(ChatForm form, string privateMetadata) => new()
    {
        CallbackId = form.Form,
        PrivateMetadata = privateMetadata,
        Title = TextObject.Plain(form.Title, BlockKitLimits.ViewTitle),
        Submit = TextObject.Plain(form.Submit, BlockKitLimits.ViewTitle),
        Close = TextObject.Plain("Cancel", BlockKitLimits.ViewTitle),
        Blocks = [.. form.Fields.Where(field => field is not ChatField.Choice { Options: [] }).Select(Input)],
    };

    private static InputBlock Input(ChatField field) => new()
    {
        BlockId = field.Name,
        Label = TextObject.Plain(field.Label, BlockKitLimits.InputLabel),
        Hint = field.Hint is { Length: > 0 } hint ? TextObject.Plain(hint, BlockKitLimits.InputLabel) : null,
        Optional = field.Optional,
        Element = field switch
        {
            ChatField.People people => new MultiUsersSelectElement
            {
                ActionId = AnswerActionId,
                MaxSelectedItems = people.Most,
                InitialUsers = people.Initial.IsEmpty ? null : [.. people.Initial.Take(people.Most)],
            },
            ChatField.Words words => TextInput(words),
            ChatField.Choice { Several: true } choice => MultiSelect(choice),
            ChatField.Choice choice => OneOf(choice),
            ChatField.Day day => new DatepickerElement { ActionId = AnswerActionId, InitialDate = day.Initial },
            _ => throw new InvalidOperationException($"No input for {field.GetType().Name}."),
        },
    };

    private static PlainTextInputElement TextInput(ChatField.Words words)
    {
        var longest = Math.Clamp(words.Longest, 1, BlockKitLimits.InputText);
        return new PlainTextInputElement
        {
            ActionId = AnswerActionId,
            Multiline = words.Lines,
            MaxLength = longest,
            InitialValue = words.Initial is { Length: > 0 } initial ? TextClipper.Clipped(initial, longest) : null,
        };
    }

    private static MultiStaticSelectElement MultiSelect(ChatField.Choice choice)
    {
        var options = Options(choice);
        ImmutableArray<OptionObject> initial = [.. options.Where(option => choice.Initial.Contains(option.Value, StringComparer.Ordinal))];
        return new MultiStaticSelectElement
        {
            ActionId = AnswerActionId,
            Options = options,
            InitialOptions = initial.IsEmpty ? null : initial
        };
    }

    private static BlockElement OneOf(ChatField.Choice choice)
    {
        var options = Options(choice);
        var initial = options.FirstOrDefault(option => choice.Initial.Contains(option.Value, StringComparer.Ordinal));
        return options.Length <= BlockKitLimits.RadioOptions
            ? new RadioButtonsElement { ActionId = AnswerActionId, Options = options, InitialOption = initial }
            : new StaticSelectElement { ActionId = AnswerActionId, Options = options, InitialOption = initial };
    }

    private static ImmutableArray<OptionObject> Options(ChatField.Choice choice) =>
        [.. choice.Options
            .Take(BlockKitLimits.Options)
            .Select(option => new OptionObject(TextObject.Plain(option.Label, BlockKitLimits.OptionText), option.Value))];
}
