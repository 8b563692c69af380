namespace RelateBot.Domain.Prompts;

/// <summary>A prompt that somebody got. Nobody gets two of a kind on one day.</summary>
public sealed class Prompt : IOrganisationScoped
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

/// <summary>What a prompt is about; what matters most comes first.</summary>
public enum PromptKind
{
    /// <summary>Something that was asked and taken: did it get solved?</summary>
    Solved,

    /// <summary>Three people worth meeting, for somebody new.</summary>
    Newcomer,

    /// <summary>A year more since somebody came.</summary>
    Anniversary,

    /// <summary>Somebody of one's five with whom it is time to be in touch.</summary>
    FocusFive,

    /// <summary>
    /// A department that helps more than it is helped. It comes once in four weeks, so the weekly question makes room for it.
    /// </summary>
    Balance,

    /// <summary>Who helped this week?</summary>
    WhoHelped,

    /// <summary>Somebody one was close to and has had nothing to do with lately.</summary>
    QuietTie,

    /// <summary>A head's page that has not been looked at for long.</summary>
    HowToHelp,

    /// <summary>What could somebody use help with?</summary>
    NeedHelp,
}

/// <summary>Something was said to somebody who had not asked for it just then.</summary>
/// <param name="Day">The day on which it came, where they lived then.</param>
/// <param name="At">When that was (UTC).</param>
public sealed record ProactiveMessage(DateOnly Day, DateTimeOffset At);
