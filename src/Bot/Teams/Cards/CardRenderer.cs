using System.Collections.Immutable;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>Draws neutral messages and forms as Adaptive Cards.</summary>
public static class CardRenderer
{
    /// <summary>A message; <paramref name="accounts"/> are the Entra ids of the people whom it mentions.</summary>
    public static AdaptiveCard Render(ChatMessage message, IReadOnlyDictionary<Guid, string> accounts)
    {
        var mentions = ImmutableArray.CreateBuilder<Entity>();
        var body = message.Blocks.Select(block => Draw(block, accounts, mentions)).ToImmutableArray();
        return new AdaptiveCard
        {
            FallbackText = message.Summary,
            Speak = message.Summary,
            Body = body,
            Msteams = mentions.Count == 0 ? null : new AdaptiveCard.MsTeamsOf { Entities = mentions.ToImmutable() },
        };
    }

    /// <summary>A form as a card with inputs.</summary>
    public static AdaptiveCard Render(ChatForm form) => new()
    {
        FallbackText = form.Title,
        Speak = form.Title,
        Body = [new CardElement.TextBlock(form.Title) { Size = "Medium", Weight = "Bolder", Style = "heading" }, .. form.Fields.SelectMany(Draw)],
        Actions =
        [
            new CardAction.Submit
            {
                Title = form.Submit,
                Data = new CardData(new CardData.Of
                {
                    Form = form.Form,
                    State = form.State,
                    People = [.. form.Fields.OfType<ChatField.People>().Select(field => field.Name)],
                    Lists = [.. form.Fields.Where(field => field is ChatField.People or ChatField.Choice { Several: true }).Select(field => field.Name)],
                }),
            },
        ],
    };

    private static CardElement Draw(ChatBlock block, IReadOnlyDictionary<Guid, string> accounts, ImmutableArray<Entity>.Builder mentions) => block switch
    {
        ChatBlock.Paragraph paragraph => new CardElement.TextBlock(CardText.Write(paragraph.Text, accounts, mentions)),
        ChatBlock.Small small => new CardElement.TextBlock(CardText.Write(small.Text, accounts, mentions)) { Size = "Small", IsSubtle = true },
        ChatBlock.Quote quote => new CardElement.Container([new CardElement.TextBlock(CardText.Escape(quote.Text))]) { Style = "emphasis" },
        ChatBlock.Buttons buttons => new CardElement.ActionSet([.. buttons.Items.Select(Draw)]),
        _ => throw new InvalidOperationException($"No card for {block.GetType().Name}."),
    };

    private static CardAction Draw(ChatButton button) => new CardAction.Submit
    {
        Title = button.Label,
        Style = button.Look switch { ChatButtonLook.Primary => "positive", ChatButtonLook.Danger => "destructive", _ => null },
        Data = new CardData(new CardData.Of { Action = button.Action, Value = button.Value }),
        AssociatedInputs = "none",
    };

    private static IEnumerable<CardElement> Draw(ChatField field)
    {
        yield return field switch
        {
            ChatField.People people => new CardElement.ChoiceSet(field.Name)
            {
                Label = field.Label, IsMultiSelect = people.Most > 1, IsRequired = !field.Optional, ErrorMessage = "Please choose somebody.",
                ChoicesData = new CardElement.DataQuery("graph.microsoft.com/users"), Value = Joined(people.Initial),
            },
            ChatField.Choice choice => new CardElement.ChoiceSet(field.Name)
            {
                Label = field.Label, IsMultiSelect = choice.Several, IsRequired = !field.Optional, ErrorMessage = "Please choose one.",
                Choices = [.. choice.Options.Select(option => new CardElement.Choice(option.Label, option.Value))], Value = Joined(choice.Initial),
            },
            ChatField.Words words => new CardElement.TextInput(field.Name)
            {
                Label = field.Label, MaxLength = words.Longest, IsMultiline = words.Lines, Value = words.Initial, IsRequired = !field.Optional, ErrorMessage = "Please write a few words.",
            },
            _ => throw new InvalidOperationException($"No input for {field.GetType().Name}."),
        };
        if (field.Hint is { } hint)
        {
            yield return new CardElement.TextBlock(CardText.Escape(hint)) { Size = "Small", IsSubtle = true };
        }
    }

    private static string? Joined(ImmutableArray<string> values) => values.IsEmpty ? null : string.Join(',', values);
}
