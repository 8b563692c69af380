namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>A person's feedback on a proactive message.</summary>
/// <param name="At">When (UTC).</param>
public abstract record PromptFeedback(DateTimeOffset At)
{
    /// <summary>A prompt of that kind was tapped on.</summary>
    public sealed record Used(DateTimeOffset At, string Kind) : PromptFeedback(At);

    /// <summary>Not before that day.</summary>
    public sealed record PutOff(DateTimeOffset At, string Kind, DateOnly Until) : PromptFeedback(At);

    /// <summary>No more of them.</summary>
    public sealed record Stopped(DateTimeOffset At, string Kind) : PromptFeedback(At);

    /// <summary>Nothing at all before that day.</summary>
    public sealed record Paused(DateTimeOffset At, DateOnly Until) : PromptFeedback(At);

    /// <summary>No more coffees.</summary>
    public sealed record LeftCoffees(DateTimeOffset At) : PromptFeedback(At);
}
