namespace RelateBot.Infrastructure.Roster;

/// <summary>How far the reading of a platform's directory has come.</summary>
public enum DirectoryStage
{
    /// <summary>Nothing is to be read.</summary>
    Idle,

    /// <summary>People, page by page.</summary>
    People,

    /// <summary>Departments, from groups.</summary>
    Departments,

    /// <summary>What each account's own page says, some accounts at a time.</summary>
    Details,
}
