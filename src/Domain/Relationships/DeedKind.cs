namespace RelateBot.Domain.Relationships;

/// <summary>What a balance counts.</summary>
public enum DeedKind
{
    /// <summary>Somebody asked for help.</summary>
    Ask,

    /// <summary>Somebody helped.</summary>
    Help,

    /// <summary>Somebody said thanks.</summary>
    Thanks,

    /// <summary>Somebody gave kudos: told of, not counted.</summary>
    Kudos,
}
