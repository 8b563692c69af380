using System.Collections.Immutable;
using System.Text.Json;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Cards;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>The data of a card's button, together with all inputs as strings.</summary>
/// <param name="Input">The platform-neutral action or form.</param>
/// <param name="People">Entra ids of the people selected in it.</param>
internal sealed record SubmittedCard(ChatInput Input, ImmutableArray<string> People)
{
    /// <summary>For a form: the button that opens it again.</summary>
    public CardData.Again? OpenedBy { get; private init; }

    /// <summary>True when a client only requests a card's view for its user.</summary>
    public bool IsView { get; private init; }

    /// <summary>For a form: a key for this copy of it with these answers, so that submitting it twice counts once.</summary>
    public ImmutableArray<string> Keys { get; private init; } = [];

    /// <summary>Returns null when the card isn't ours.</summary>
    public static SubmittedCard? Read(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return value.Deserialize(TeamsJson.Wire.CardData)?.Relatebot switch
            {
                { Form: { } form } data =>
                    Of(new ChatInput.Form(form, data.State ?? "", ReadAnswers(value, data.Lists ?? [])), data.People ?? []) with
                    {
                        OpenedBy = data.OpenedBy,
                        Keys = KeysOf(data, value)
                    },
                { Action: { } action } data =>
                    new SubmittedCard(new ChatInput.Action(action, data.Value ?? ""), []) { IsView = data.IsView is true },
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SubmittedCard Of(ChatInput.Form form, ImmutableArray<string> people) =>
        new(form, [.. people.SelectMany(name => form.All(name))]);

    private static ImmutableArray<string> KeysOf(CardData.Of data, JsonElement value) => data.Once is { } once
        ? [$"form:{once}:{string.Join(
            '\n',
            value
                .EnumerateObject()
                .Where(property => property.Value.ValueKind is JsonValueKind.String)
                .OrderBy(property => property.Name, StringComparer.Ordinal))}"]
        : [];

    private static ImmutableDictionary<string, ImmutableArray<string>> ReadAnswers(JsonElement value, ImmutableArray<string> lists) =>
        value.EnumerateObject()
        .Where(property => property.Value.ValueKind is JsonValueKind.String)
        .ToImmutableDictionary(
            property => property.Name,
            property => property.Value.GetString() switch
            {
                null or "" => [],
                var answer when lists.Contains(property.Name, StringComparer.Ordinal) =>
                    [.. answer.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                var answer => ImmutableArray.Create(answer),
            },
            StringComparer.Ordinal);
}
