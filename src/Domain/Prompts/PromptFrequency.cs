namespace RelateBot.Domain.Prompts;

/// <summary>How often a kind of prompt may come.</summary>
/// <param name="Days">Days from one to the next; 1 when what it is about decides.</param>
/// <param name="Day">The day of the week that suits it; null for any.</param>
/// <param name="IsOnByDefault">False for what nobody gets without asking for it.</param>
public sealed record PromptFrequency(int Days, DayOfWeek? Day = null, bool IsOnByDefault = true)
{
    // A day off, or something that matters more, puts a prompt off for as long as this; after that it waits for its next turn.
    private const int Grace = 3;

    /// <summary>The rhythm of a kind.</summary>
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
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of prompt."),
    };

    /// <summary>
    /// True when its turn has come. <paramref name="wished"/>: the day of the week that the person chose for all of theirs.
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

        // The turn is the last such day; one that was put off must not put off the next.
        var turn = today.AddDays(-(((int)today.DayOfWeek - (int)(wished ?? Day.Value) + 7) % 7));
        return today.DayNumber - turn.DayNumber <= Grace && (last is null || turn.DayNumber - last.Value.DayNumber >= pause - Grace);
    }
}
