using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Chat;

/// <summary>Section <c>Organisation</c>: what holds for the organisation that this installation serves.</summary>
public sealed class OrganisationOptions
{
    public const string Section = "Organisation";

    /// <summary>What people call it; shown in messages and reports.</summary>
    [Required]
    public string Name { get; set; } = "My organisation";

    /// <summary>IANA time zone of people and reports that have none of their own.</summary>
    [Required]
    public string TimeZone { get; set; } = "Etc/UTC";

    /// <summary>Where public thanks and kudos are posted, by name or platform id. Empty: nowhere.</summary>
    public string KudosChannel { get; set; } = "#kudos";

    /// <summary>
    /// Where asks go that are for nobody in particular, and those for a department without a channel of its own, by name or platform id.
    /// Empty: nowhere.
    /// </summary>
    public string HelpChannel { get; set; } = "#help";

    /// <summary>When, in <see cref="TimeZone"/>, nobody minds that directories are read.</summary>
    public TimeOnly QuietHour { get; set; } = new(3, 0);

    /// <summary>
    /// Public holidays and other days on which nobody is prompted or sent a digest, with commas: <c>2026-12-24</c>,
    /// <c>2026-12-24..2027-01-02</c>, every year <c>12-25</c>; for the people of one region when its two letters follow, <c>08-01 CH</c>.
    /// </summary>
    public string Blackouts { get; set; } = "";

    /// <summary>E-mail addresses, with commas, of people who may do what a workspace's own administrators may.</summary>
    public string Admins { get; set; } = "";

    /// <summary>The addresses of <see cref="Admins"/>, one by one.</summary>
    /// <returns>None when the setting is empty.</returns>
    public IReadOnlyList<string> GetAdministratorEmails() =>
        Admins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True for an address among <see cref="Admins"/>.</summary>
    public bool IsAdministrator(string? email) =>
        email is not null && GetAdministratorEmails().Contains(email, StringComparer.OrdinalIgnoreCase);
}
