namespace RelateBot.Domain.People;

/// <summary>A person, who can have several chat accounts (<see cref="Identity"/>).</summary>
public sealed class Person : IOrganisationScoped
{
    /// <summary>The longest name or handle. Longer ones are cut.</summary>
    public const int LongestName = 200;

    private string name = "";
    private string? handle;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Full display name.</summary>
    public required string Name
    {
        get => name;
        set
        {
            name = value.Clip(LongestName);
            NameKey = SearchKey.Of(name);
        }
    }

    /// <summary>Short name, typed after <c>@</c>; usually unique.</summary>
    public string? Handle
    {
        get => handle;
        set
        {
            handle = value?.Clip(LongestName);
            HandleKey = handle is null ? null : SearchKey.Of(handle);
        }
    }

    /// <summary>Lower-case e-mail address; null when not known. Two accounts with the same verified address belong to one person.</summary>
    public string? Email { get; set; }

    /// <summary>The current department; null when there is none. Exchanges keep the department of their day.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>The person's manager; null when not known.</summary>
    public Guid? ManagerId { get; set; }

    /// <summary>IANA time zone; null for the organisation's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>BCP 47 language tag, for example <c>en-GB</c>; null for the organisation's default.</summary>
    public string? Locale { get; set; }

    /// <summary>Working hours in local time, for example <c>08:00-16:30</c>; null for the usual hours.</summary>
    public string? WorkingHours { get; set; }

    /// <summary>The person's first working day; null when not known.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>The type of account.</summary>
    public PersonKind Kind { get; set; }

    /// <summary>False once they left or their account was deactivated. Their history stays.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>False for people who opted out of introductions: they aren't introduced and aren't asked to introduce others.</summary>
    public bool TakesIntroductions { get; set; } = true;

    /// <summary>When they last got the hint on how to talk to RelateBot (UTC), so that it isn't repeated after every message.</summary>
    public DateTimeOffset? HintedAt { get; set; }

    /// <summary>True when they agreed to be named in digests as someone who helps often but is rarely thanked.</summary>
    public bool MayBeNamedUnsung { get; set; }

    /// <summary>The fields that people corrected, for example in the roster. Platform directories don't change them.</summary>
    public PersonFields SetByHand { get; set; }

    /// <summary>True for people who can receive messages: active colleagues and guests.</summary>
    public bool CanReceive => IsActive && Kind is (PersonKind.Colleague or PersonKind.Guest);

    /// <summary>The person's time zone; <paramref name="otherwise"/> when none is recorded or it isn't known on this system.</summary>
    public TimeZoneInfo Zone(TimeZoneInfo otherwise) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var own) ? own : otherwise;

    /// <summary>Search key of <see cref="Name"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Search key of <see cref="Handle"/>.</summary>
    public string? HandleKey { get; private set; }
}

/// <summary>The types of account.</summary>
public enum PersonKind
{
    /// <summary>A full member of the organisation.</summary>
    Colleague,

    /// <summary>A guest from outside with limited access.</summary>
    Guest,

    /// <summary>A bot. It never gives or receives thanks.</summary>
    Bot,

    /// <summary>A member of another organisation, seen in a shared channel. They get no messages and can't take part.</summary>
    Stranger,
}
