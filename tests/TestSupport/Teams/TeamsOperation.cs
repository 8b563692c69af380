namespace RelateBot.TestSupport.Teams;

/// <summary>The connector's operations, as named in faults and the journal.</summary>
public static class TeamsOperation
{
    public const string Create = "create";
    public const string Send = "send";
    public const string Update = "update";
    public const string Delete = "delete";
    public const string Members = "members";
    public const string Member = "member";
    public const string Channels = "channels";

    /// <summary>A Microsoft Graph batch.</summary>
    public const string Batch = "batch";

    /// <summary>A request in a batch.</summary>
    public const string WorkingHours = "workingHours";
}
