using System.Text.Json;

namespace RelateBot.TestSupport.Teams;

/// <summary>A message by the bot.</summary>
public sealed record TeamsMessage
{
    public required string Id { get; init; }

    /// <summary>The conversation, including the thread if any.</summary>
    public required string Conversation { get; init; }

    public required JsonElement Activity { get; init; }

    /// <summary>The Teams id of the only person who sees it. Null for an ordinary message.</summary>
    public string? OnlyFor { get; init; }

    public bool IsEdited { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The card's JSON.</summary>
    public JsonElement Card => Activity.GetProperty("attachments")[0].GetProperty("content");

    /// <summary>All visible text, including buttons and inputs.</summary>
    public string Everything => Activity.GetRawText();

    /// <summary>Returns a button's data by its title.</summary>
    public JsonElement DataOf(string title) => Everywhere(Card).First(element =>
        element.TryGetProperty("title", out var found) && found.ValueEquals(title) && element.TryGetProperty("data", out _))
        .GetProperty("data");

    public override string ToString() => $"{Conversation} {Id}{(OnlyFor is null ? "" : $" only for {OnlyFor}")}: {Everything}";

    private static IEnumerable<JsonElement> Everywhere(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(property => Everywhere(property.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Everywhere),
        _ => [],
    };
}
