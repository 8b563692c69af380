namespace RelateBot.Domain.Prompts;

/// <summary>A person's preference for one kind of prompt, and how they responded to the latest ones.</summary>
public sealed class PromptPreference : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    public required PromptKind Kind { get; init; }

    /// <summary>True or false when the person turned it on or off; null for the default.</summary>
    public bool? Wanted { get; private set; }

    /// <summary>The date of the latest prompt of this kind, in the person's time zone; null when there was none.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>True when the latest prompt was answered.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>How many prompts in a row before the latest one weren't answered.</summary>
    public int Ignored { get; private set; }

    /// <summary>True while it comes half as often, because the latest ones were ignored.</summary>
    public bool IsSlower { get; private set; }

    /// <summary>The day until which they snoozed it; it comes then, whatever its interval.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>True when the person gets this kind.</summary>
    public bool IsOn => Wanted ?? PromptFrequency.Of(Kind).IsOnByDefault;

    /// <summary>True when the kind is due.</summary>
    public bool IsDue(DateOnly today, DayOfWeek? wished) =>
        IsOn && (SnoozedUntil is { } until ? today >= until : PromptFrequency.Of(Kind).IsDue(today, LastDay, IsSlower, wished));

    /// <summary>Records that a prompt was sent.</summary>
    /// <returns>True when this makes the kind come half as often.</returns>
    public bool RecordSent(DateOnly today)
    {
        Ignored = LastDay is null || IsAnswered || SnoozedUntil is not null ? 0 : Ignored + 1;
        (LastDay, IsAnswered, SnoozedUntil) = (today, false, null);
        var becomesSlower = !IsSlower && Ignored >= PromptRules.MaxIgnored;
        IsSlower |= becomesSlower;
        return becomesSlower;
    }

    /// <summary>Records an answer to the latest prompt, which restores the normal frequency.</summary>
    public void Answer() => (IsAnswered, IsSlower, Ignored) = (true, false, 0);

    /// <summary>Postpones the prompt until that day.</summary>
    public void Snooze(DateOnly until) => SnoozedUntil = until;

    /// <summary>Turns the kind on or off.</summary>
    public void SetWanted(bool isOn)
    {
        Wanted = isOn;
        SnoozedUntil = null;
    }
}
