namespace RelateBot.Domain.Prompts;

/// <summary>How often a kind of prompt may come.</summary>
/// <param name="Days">The interval in days; 1 when an event decides.</param>
/// <param name="Day">The preferred day of the week; null for any.</param>
/// <param name="IsOnByDefault">False when people only get it after turning it on.</param>
public sealed record PromptFrequency(int Days, DayOfWeek? Day = null, bool IsOnByDefault = true)
{
    // A prompt delayed by a day off or a more important prompt may still come for this many days. After that it waits for its next turn.
    private const int Grace = 3;

    /// <summary>The frequency of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static PromptFrequency Of(PromptKind kind) => kind switch
    {
        PromptKind.Solved or PromptKind.Newcomer => new(1),
        PromptKind.FocusFive => new(3),
        PromptKind.Anniversary => new(1, IsOnByDefault: false),
        PromptKind.WhoHelped => new(7, DayOfWeek.Friday),
        PromptKind.Balance => new(28, DayOfWeek.Wednesday),
        PromptKind.QuietTie => new(14, DayOfWeek.Thursday),
        PromptKind.HowToHelp => new(28, DayOfWeek.Tuesday),
        PromptKind.NeedHelp => new(14, DayOfWeek.Tuesday),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of prompt."),
    };

    /// <summary>
    /// True when the kind is due. <paramref name="wished"/> is the day of the week that the person chose for all prompts; null for none.
    /// </summary>
    public bool IsDue(DateOnly today, DateOnly? last, bool isSlower, DayOfWeek? wished)
    {
        var pause = isSlower ? 2 * Days : Days;
        if (last is null && Day is null)
        {
            return true;
        }

        if (Day is null)
        {
            return today.DayNumber - last!.Value.DayNumber >= pause;
        }

        // Its turn is the latest such day; a delayed prompt must not delay the next one.
        var turn = today.AddDays(-(((int)today.DayOfWeek - (int)(wished ?? Day.Value) + 7) % 7));
        return today.DayNumber - turn.DayNumber <= Grace && (last is null || turn.DayNumber - last.Value.DayNumber >= pause - Grace);
    }
}
