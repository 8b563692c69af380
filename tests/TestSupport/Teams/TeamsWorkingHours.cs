namespace RelateBot.TestSupport.Teams;

/// <summary>A person's working hours in Outlook.</summary>
/// <param name="Start">HH:mm.</param>
/// <param name="End">HH:mm.</param>
/// <param name="TimeZone">A Windows or IANA name, or <see cref="Custom"/>.</param>
public sealed record TeamsWorkingHours(string Start, string End, string TimeZone = "W. Europe Standard Time")
{
    public const string Custom = "Customized Time Zone";
}
