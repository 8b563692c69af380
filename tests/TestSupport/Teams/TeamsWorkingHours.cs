namespace RelateBot.TestSupport.Teams;

/// <summary>What somebody has chosen in Outlook.</summary>
/// <param name="Start">HH:mm.</param>
/// <param name="End">HH:mm.</param>
/// <param name="TimeZone">Windows' name or IANA's, or <see cref="Custom"/>.</param>
public sealed record TeamsWorkingHours(string Start, string End, string TimeZone = "W. Europe Standard Time")
{
    public const string Custom = "Customized Time Zone";
}
