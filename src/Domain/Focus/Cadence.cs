namespace RelateBot.Domain.Focus;

/// <summary>How often somebody would like to be in touch with a person of their five.</summary>
public enum Cadence
{
    /// <summary>Every seven days.</summary>
    Weekly,

    /// <summary>Every fourteen days.</summary>
    Fortnightly,

    /// <summary>Every calendar month.</summary>
    Monthly,

    /// <summary>Every three calendar months.</summary>
    Quarterly,
}
