namespace RelateBot.TestSupport.Teams;

/// <summary>A personal chat, a group chat or a channel.</summary>
public sealed record TeamsConversation
{
    public required string Id { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public required string Type { get; init; }

    public string? Name { get; init; }

    /// <summary>The team of a channel.</summary>
    public string? TeamId { get; init; }

    /// <summary>Entra ids of the members.</summary>
    public required HashSet<string> Members { get; init; }
}
