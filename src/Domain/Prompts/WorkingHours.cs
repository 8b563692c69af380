using System.Globalization;

namespace RelateBot.Domain.Prompts;

/// <summary>When somebody works, by the clock on their wall.</summary>
/// <param name="Start">From then on.</param>
/// <param name="End">Until then; later on the same day.</param>
public sealed record WorkingHours(TimeOnly Start, TimeOnly End)
{
    /// <summary>Of those of whom nothing else is known.</summary>
    public static readonly WorkingHours Default = new(new TimeOnly(9, 0), new TimeOnly(17, 0));

    /// <summary>Reads <c>08:00-16:30</c>, or <c>8-16</c>; null when it says no such thing.</summary>
    public static WorkingHours? Parse(string? text) =>
        text?.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && TryTime(from, out var start)
            && TryTime(to, out var end)
            && start < end
            ? new WorkingHours(start, end)
            : null;

    /// <summary>True within them.</summary>
    public bool Contains(TimeOnly time) => time >= Start && time < End;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}-{End:HH:mm}");

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["%H", "HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
