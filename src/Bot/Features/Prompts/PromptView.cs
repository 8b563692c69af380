using System.Collections.Immutable;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>A person's prompt settings.</summary>
public sealed record PromptView
{
    public required int MostADay { get; init; }

    public required int MostAWeek { get; init; }

    /// <summary>The time of day in the person's time zone.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>The day that the person chose; null for any.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>The hour that the person chose; null for the default.</summary>
    public int? Hour { get; init; }

    /// <summary>The end of the pause; null when there is none.</summary>
    public DateOnly? PausedUntil { get; init; }

    public required ImmutableArray<PromptKindView> Kinds { get; init; }
}

/// <summary>The settings of one kind.</summary>
public sealed record PromptKindView(PromptKind Kind, bool IsOn, bool IsSlower = false, DateOnly? SnoozedUntil = null);

/// <summary>Labels for buttons that name a person by their first name.</summary>
internal static class PersonButtonLabel
{
    private const int LongestName = 30;

    public static string Of(string verb, Person person) =>
        $"{verb} {person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("them").Clip(LongestName)}";
}
