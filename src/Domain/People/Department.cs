using System.Collections.Immutable;
using RelateBot.Domain.Help;

namespace RelateBot.Domain.People;

/// <summary>A group of people that gives and receives help as a team.</summary>
public sealed class Department : IOrganisationScoped
{
    private string name = "";
    private string handle = "";

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Display name, for example "Customer Care".</summary>
    public required string Name
    {
        get => name;
        set
        {
            name = value.Clip(Person.LongestName);
            NameKey = SearchKey.Of(name);
        }
    }

    /// <summary>Short name, typed after <c>@</c>.</summary>
    public required string Handle
    {
        get => handle;
        set
        {
            handle = value.Clip(Person.LongestName);
            HandleKey = SearchKey.Of(handle);
        }
    }

    /// <summary>The head of the department; null when none is recorded.</summary>
    public Guid? HeadId { get; set; }

    /// <summary>The channel for asks to the department, by name or platform id; null when it has none of its own.</summary>
    public string? HelpChannel { get; set; }

    /// <summary>
    /// What makes the department's work easier, in its own words, one item a line; see <see cref="HowToHelp"/>. Empty when not set.
    /// </summary>
    public string HowToHelpText { get; private set; } = "";

    /// <summary>When the text was written or last confirmed (UTC); null when not set.</summary>
    public DateTimeOffset? HowToHelpAt { get; private set; }

    /// <summary>The lines of <see cref="HowToHelpText"/>.</summary>
    public ImmutableArray<string> HowToHelpLines => HowToHelp.Read(HowToHelpText);

    /// <summary>Its id in the roster, which stays the same when the name changes; null when no roster gave one.</summary>
    public string? RosterId { get; set; }

    /// <summary>True when the name was set by people, for example in the roster. Platform directories don't change it.</summary>
    public bool IsNamedByHand { get; set; }

    /// <summary>Search key of <see cref="Name"/>; unique within the organisation.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Search key of <see cref="Handle"/>.</summary>
    public string HandleKey { get; private set; } = "";

    /// <summary>Sets how to help the department. Saving the same lines again confirms them.</summary>
    public void SayHowToHelp(ImmutableArray<string> lines, DateTimeOffset now)
    {
        HowToHelpText = string.Join('\n', lines);
        HowToHelpAt = lines.IsEmpty ? null : now;
    }
}

/// <summary>A person other than the head who may edit a department's page.</summary>
public sealed class DepartmentDelegate : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The department whose page they may edit.</summary>
    public required Guid DepartmentId { get; init; }

    public required Guid PersonId { get; init; }
}
