using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Chat;

/// <summary>Section <c>Organisation</c>: settings of the organisation that this installation serves.</summary>
public sealed class OrganisationOptions
{
    public const string Section = "Organisation";

    /// <summary>The organisation's name, shown in messages and reports.</summary>
    [Required]
    public string Name { get; set; } = "My organisation";

    /// <summary>IANA time zone of people and reports that have none of their own.</summary>
    [Required]
    public string TimeZone { get; set; } = "Etc/UTC";

    /// <summary>The channel for public thanks and kudos, by name or platform id. Empty: they aren't posted.</summary>
    public string KudosChannel { get; set; } = "#kudos";

    /// <summary>
    /// The channel for asks that are for everyone, and for asks to a department without its own channel, by name or platform id. Empty:
    /// they aren't posted.
    /// </summary>
    public string HelpChannel { get; set; } = "#help";

    /// <summary>The time of day, in <see cref="TimeZone"/>, at which directories are read.</summary>
    public TimeOnly QuietHour { get; set; } = new(3, 0);

    /// <summary>
    /// Public holidays and other days without prompts and digests, separated by commas: <c>2026-12-24</c>, <c>2026-12-24..2027-01-02</c>,
    /// or <c>12-25</c> for every year. A two-letter region after the day limits it to people there: <c>08-01 CH</c>.
    /// </summary>
    public string Blackouts { get; set; } = "";

    /// <summary>E-mail addresses, separated by commas, of people who have the same rights as a workspace's administrators.</summary>
    public string Admins { get; set; } = "";

    /// <summary>True for an address in <see cref="Admins"/>. Case doesn't matter.</summary>
    public bool IsAdministrator(string? email) =>
        email is not null
            && Admins
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Contains(email, StringComparer.OrdinalIgnoreCase);
}
