namespace RelateBot.Infrastructure.Roster;

/// <summary>How far the reading of a platform's directory has come.</summary>
public enum DirectoryStage
{
    /// <summary>Nothing is to be read.</summary>
    Idle,

    /// <summary>People, page by page.</summary>
    People,

    /// <summary>Departments, from groups or from people's profiles.</summary>
    Departments,
}
