namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>A person of the simulated company: their place, working hours, reactions and choices.</summary>
public sealed class Colleague
{
    public required Guid Id { get; init; }

    public required string Account { get; init; }

    public required string Name { get; init; }

    public required PromptAttitude Temper { get; init; }

    /// <summary>Where they live, from when on; the first one from the beginning.</summary>
    public required List<(DateTimeOffset From, string Zone)> Homes { get; init; }

    /// <summary>Two letters.</summary>
    public required string Region { get; init; }

    public required TimeOnly Start { get; init; }

    public required TimeOnly End { get; init; }

    public required Guid DepartmentId { get; init; }

    /// <summary>What they said, in order.</summary>
    public List<PromptFeedback> Wishes { get; } = [];

    public DateTime LocalOf(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(Homes.Last(home => home.From <= moment).Zone)).DateTime;

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(LocalOf(moment));
}
