namespace RelateBot.Bot.Chat;

/// <summary>A message that somebody else wrote on the platform and that a request is about.</summary>
public sealed record ChatPost
{
    /// <summary>The author's account id; null when the platform names none.</summary>
    public string? AuthorId { get; init; }

    /// <summary>True when a program wrote it.</summary>
    public bool IsFromProgram { get; init; }

    /// <summary>True when its author belongs to another organisation.</summary>
    public bool IsFromStranger { get; init; }

    /// <summary>Its beginning, as plain words; may be empty.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Its web address, for those who may read it; null when the platform tells none.</summary>
    public string? Link { get; init; }
}
