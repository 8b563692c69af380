namespace RelateBot.TestSupport.Teams;

/// <summary>What a bot can ask of the connector, as faults and the journal name it.</summary>
public static class TeamsOperation
{
    public const string Create = "create";
    public const string Send = "send";
    public const string Update = "update";
    public const string Delete = "delete";
    public const string Members = "members";
    public const string Member = "member";
    public const string Channels = "channels";

    /// <summary>Of Microsoft Graph: several requests in one.</summary>
    public const string Batch = "batch";

    /// <summary>One of these requests.</summary>
    public const string WorkingHours = "workingHours";
}
