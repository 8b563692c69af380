namespace RelateBot.Domain.People;

/// <summary>What sort of account stands behind a person.</summary>
public enum PersonKind
{
    /// <summary>A full member of the organisation.</summary>
    Colleague,

    /// <summary>A guest from outside with limited access.</summary>
    Guest,

    /// <summary>A program. It never gives or receives thanks.</summary>
    Bot,

    /// <summary>Somebody of another organisation, met in a shared channel. Nothing reaches them, and they take part in nothing.</summary>
    Stranger,
}
