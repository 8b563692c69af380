namespace RelateBot.Domain.Prompts;

/// <summary>A prompt that was sent to a person. No one gets two of the same kind on one day.</summary>
public sealed class Prompt : IOrganisationScoped
{
    /// <summary>The longest <see cref="Subject"/>, in UTF-16 code units.</summary>
    public const int LongestSubject = 300;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person who got it.</summary>
    public required Guid PersonId { get; init; }

    public required PromptKind Kind { get; init; }

    /// <summary>The date when it was sent, in the person's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was sent (UTC).</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The key of the text variant, so that the next prompts differ.</summary>
    public required string Text { get; init; }

    /// <summary>What the prompt is about, in a format of its kind: usually comma-separated ids.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When one of its buttons was first tapped (UTC); null while none was.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Records that one of its buttons was tapped.</summary>
    public void Answer(DateTimeOffset now) => AnsweredAt ??= now;
}

/// <summary>The kinds of prompts, the most important first.</summary>
public enum PromptKind
{
    /// <summary>Was this ask that someone took solved?</summary>
    Solved,

    /// <summary>Three people worth meeting, for a new colleague.</summary>
    Newcomer,

    /// <summary>A work anniversary.</summary>
    Anniversary,

    /// <summary>It is time to be in touch with someone on the person's focus list.</summary>
    FocusFive,

    /// <summary>A department gives more help than it gets. Comes at most every four weeks; the weekly question makes room for it.</summary>
    Balance,

    /// <summary>Who helped you this week?</summary>
    WhoHelped,

    /// <summary>A close colleague whom the person hasn't been in touch with recently.</summary>
    QuietTie,

    /// <summary>A reminder for heads whose department page hasn't been reviewed for a long time.</summary>
    HowToHelp,

    /// <summary>What could you use help with?</summary>
    NeedHelp,
}

/// <summary>A proactive message that was sent to a person.</summary>
/// <param name="Day">The date when it was sent, in the person's time zone.</param>
/// <param name="At">When it was sent (UTC).</param>
public sealed record ProactiveMessage(DateOnly Day, DateTimeOffset At);
