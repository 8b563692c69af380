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
}
