using System.Collections.Immutable;
using RelateBot.Domain.Help;

namespace RelateBot.Domain.People;

/// <summary>A group of people that helps and is helped as a team.</summary>
public sealed class Department : IOrganisationScoped
{
    private string name = "";
    private string handle = "";

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Name as shown, for example "Customer Care".</summary>
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

    /// <summary>Who leads it, if anybody is recorded.</summary>
    public Guid? HeadId { get; set; }

    /// <summary>The channel where it is asked for help, by name or platform id; null when it has none of its own.</summary>
    public string? HelpChannel { get; set; }

    /// <summary>
    /// What makes its work easier, in its own words, a line each; see <see cref="HowToHelp"/>. Empty when it has not said.
    /// </summary>
    public string HowToHelpText { get; private set; } = "";

    /// <summary>When that was written, or last said to be still true (UTC).</summary>
    public DateTimeOffset? HowToHelpAt { get; private set; }

    /// <summary>The lines of <see cref="HowToHelpText"/>.</summary>
    public ImmutableArray<string> HowToHelpLines => HowToHelp.Read(HowToHelpText);

    /// <summary>Its id in the roster, which outlives a new name; null when no roster gave one.</summary>
    public string? RosterId { get; set; }

    /// <summary>True when people named it, by the roster for example. A platform's directory leaves the name alone.</summary>
    public bool IsNamedByHand { get; set; }

    /// <summary><see cref="Name"/> as it is searched; unique within the organisation.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary><see cref="Handle"/> as it is searched.</summary>
    public string HandleKey { get; private set; } = "";

    /// <summary>Says how it is helped. The same lines again are a renewal.</summary>
    public void SayHowToHelp(ImmutableArray<string> lines, DateTimeOffset now)
    {
        HowToHelpText = string.Join('\n', lines);
        HowToHelpAt = lines.IsEmpty ? null : now;
    }
}

/// <summary>Somebody who may keep a department's page up to date besides its head.</summary>
public sealed class DepartmentDelegate : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose page.</summary>
    public required Guid DepartmentId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }
}
