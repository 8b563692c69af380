namespace RelateBot.Domain.Prompts;

/// <summary>How somebody takes one kind of prompt: whether they want it, and whether they use it.</summary>
public sealed class PromptPreference : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Of which kind.</summary>
    public required PromptKind Kind { get; init; }

    /// <summary>What they said; null as long as they did not.</summary>
    public bool? Wanted { get; private set; }

    /// <summary>The day on which the last one came.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>True when that one was answered.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>How many in a row before the last one were not.</summary>
    public int Ignored { get; private set; }

    /// <summary>True while it comes half as often, because the last ones were ignored.</summary>
    public bool IsSlower { get; private set; }

    /// <summary>The day until which they put it off; it comes then, whatever its rhythm.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>True when they get this kind.</summary>
    public bool IsOn => Wanted ?? PromptFrequency.Of(Kind).IsOnByDefault;

    /// <summary>True when its turn has come.</summary>
    public bool IsDue(DateOnly today, DayOfWeek? wished) =>
        IsOn && (SnoozedUntil is { } until ? today >= until : PromptFrequency.Of(Kind).IsDue(today, LastDay, IsSlower, wished));

    /// <summary>One more came. True when it is the first to come half as often from now on.</summary>
    public bool RecordSent(DateOnly today)
    {
        Ignored = LastDay is null || IsAnswered || SnoozedUntil is not null ? 0 : Ignored + 1;
        (LastDay, IsAnswered, SnoozedUntil) = (today, false, null);
        var becomesSlower = !IsSlower && Ignored >= PromptRules.MaxIgnored;
        IsSlower |= becomesSlower;
        return becomesSlower;
    }

    /// <summary>The last one was answered: it is of use, so it comes as often as at first.</summary>
    public void Answer() => (IsAnswered, IsSlower, Ignored) = (true, false, 0);

    /// <summary>Not now, but on that day.</summary>
    public void Snooze(DateOnly until) => SnoozedUntil = until;

    /// <summary>They want it, or do not.</summary>
    public void SetWanted(bool isOn)
    {
        Wanted = isOn;
        SnoozedUntil = null;
    }
}
