namespace RelateBot.Domain.Prompts;

/// <summary>A prompt that somebody got. Nobody gets two of a kind on one day.</summary>
public sealed class Prompt : IBelongToOrganisation
{
    /// <summary>Longest <see cref="Subject"/>.</summary>
    public const int LongestSubject = 300;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What it is about.</summary>
    public required PromptKind Kind { get; init; }

    /// <summary>The day on which it came, where they lived then.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When that was (UTC).</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Which of the kind's texts it was, so that the next ones differ.</summary>
    public required string Text { get; init; }

    /// <summary>What exactly it was about, in the kind's own words: ids, with commas.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When one of its buttons was tapped first (UTC).</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>One of its buttons was tapped.</summary>
    public void Answer(DateTimeOffset now) => AnsweredAt ??= now;
}
