using System.Collections.Immutable;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Which prompts somebody gets, and when.</summary>
public sealed record PromptView
{
    public required int MostADay { get; init; }

    public required int MostAWeek { get; init; }

    /// <summary>When they come, on the person's clock.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>What the person chose; null for nothing.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>The same.</summary>
    public int? Hour { get; init; }

    /// <summary>Null when they do not pause.</summary>
    public DateOnly? PausedUntil { get; init; }

    public required ImmutableArray<PromptKindView> Kinds { get; init; }
}

/// <summary>One kind as somebody has it.</summary>
public sealed record PromptKindView(PromptKind Kind, bool IsOn, bool IsSlower = false, DateOnly? SnoozedUntil = null);

/// <summary>A button that names somebody, by the first of their names.</summary>
internal static class PersonButtonLabel
{
    private const int LongestName = 30;

    public static string Of(string verb, Person person) =>
        $"{verb} {person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("them").Clip(LongestName)}";
}
