using System.Text.Json;

namespace RelateBot.TestSupport.Teams;

/// <summary>Something the bot said.</summary>
public sealed record TeamsMessage
{
    public required string Id { get; init; }

    /// <summary>With the thread, if any.</summary>
    public required string Conversation { get; init; }

    public required JsonElement Activity { get; init; }

    /// <summary>For whose eyes alone: Teams' id; null when everybody there reads it.</summary>
    public string? OnlyFor { get; init; }

    public bool IsEdited { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The card's own JSON.</summary>
    public JsonElement Card => Activity.GetProperty("attachments")[0].GetProperty("content");

    /// <summary>All that can be read on it, with buttons and inputs.</summary>
    public string Everything => Activity.GetRawText();

    /// <summary>What a button carries, by its title.</summary>
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
