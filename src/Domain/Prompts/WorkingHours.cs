using System.Globalization;

namespace RelateBot.Domain.Prompts;

/// <summary>Working hours in the person's local time.</summary>
/// <param name="Start">When they start.</param>
/// <param name="End">When they end; later on the same day.</param>
public sealed record WorkingHours(TimeOnly Start, TimeOnly End)
{
    /// <summary>The default, for people whose hours aren't known.</summary>
    public static readonly WorkingHours Default = new(new TimeOnly(9, 0), new TimeOnly(17, 0));

    /// <summary>Parses <c>08:00-16:30</c> or <c>8-16</c>.</summary>
    /// <returns>Null when the text is in another format.</returns>
    public static WorkingHours? Parse(string? text) =>
        text?.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && TryTime(from, out var start)
            && TryTime(to, out var end)
            && start < end
            ? new WorkingHours(start, end)
            : null;

    /// <summary>True when the time is within the hours.</summary>
    public bool Contains(TimeOnly time) => time >= Start && time < End;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}-{End:HH:mm}");

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["%H", "HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
