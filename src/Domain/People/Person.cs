namespace RelateBot.Domain.People;

/// <summary>A colleague, whatever number of chat accounts (<see cref="Identity"/>) they have.</summary>
public sealed class Person : IOrganisationScoped
{
    /// <summary>A longer name or handle is cut.</summary>
    public const int LongestName = 200;

    private string name = "";
    private string? handle;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Full name as shown to others.</summary>
    public required string Name
    {
        get => name;
        set
        {
            name = value.Clip(LongestName);
            NameKey = SearchKey.Of(name);
        }
    }

    /// <summary>Short unique-ish name, typed after <c>@</c>.</summary>
    public string? Handle
    {
        get => handle;
        set
        {
            handle = value?.Clip(LongestName);
            HandleKey = handle is null ? null : SearchKey.Of(handle);
        }
    }

    /// <summary>Lower-case address. Two accounts with the same verified address are one person.</summary>
    public string? Email { get; set; }

    /// <summary>Today's department. Exchanges keep the one of their own day.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>Whom they report to.</summary>
    public Guid? ManagerId { get; set; }

    /// <summary>IANA time zone; null means the organisation's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>BCP 47 language tag, for example <c>en-GB</c>; null means the organisation's default.</summary>
    public string? Locale { get; set; }

    /// <summary>When they work, for example <c>08:00-16:30</c>; null means the usual hours.</summary>
    public string? WorkingHours { get; set; }

    /// <summary>The day on which they began to work here; null when it is not known.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>What sort of account this is.</summary>
    public PersonKind Kind { get; set; }

    /// <summary>False once they have left or their account was switched off. Their history stays.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>
    /// False for those who want to be part of no introduction: neither introduced on somebody's wish, nor asked to introduce.
    /// </summary>
    public bool TakesIntroductions { get; set; } = true;

    /// <summary>When they were last told how to talk to RelateBot (UTC), so that they do not hear it after each sentence.</summary>
    public DateTimeOffset? HintedAt { get; set; }

    /// <summary>Whether a digest may name them among those who help often and are thanked for few. Only they say so.</summary>
    public bool MayBeNamedUnsung { get; set; }

    /// <summary>What people have set right, by the roster for example. A platform's directory leaves it alone.</summary>
    public PersonFields SetByHand { get; set; }

    /// <summary>True for those whom a message of thanks can reach.</summary>
    public bool CanReceive => IsActive && Kind is (PersonKind.Colleague or PersonKind.Guest);

    /// <summary>The time zone that they live in; <paramref name="otherwise"/> when none is recorded, or none that is known here.</summary>
    public TimeZoneInfo Zone(TimeZoneInfo otherwise) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var own) ? own : otherwise;

    /// <summary><see cref="Name"/> as it is searched.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary><see cref="Handle"/> as it is searched.</summary>
    public string? HandleKey { get; private set; }
}

/// <summary>What sort of account stands behind a person.</summary>
public enum PersonKind
{
    /// <summary>A full member of the organisation.</summary>
    Colleague,

    /// <summary>A guest from outside with limited access.</summary>
    Guest,

    /// <summary>A program. It never gives or receives thanks.</summary>
    Bot,

    /// <summary>Somebody of another organisation, met in a shared channel. Nothing reaches them, and they take part in nothing.</summary>
    Stranger,
}
