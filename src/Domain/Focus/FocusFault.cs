namespace RelateBot.Domain.Focus;

/// <summary>Why somebody is not taken into a five.</summary>
public enum FocusFault
{
    /// <summary>Nobody is their own.</summary>
    Yourself,

    /// <summary>A program.</summary>
    Bot,

    /// <summary>Somebody of another organisation.</summary>
    Stranger,

    /// <summary>They have left.</summary>
    HasLeft,

    /// <summary>There are five already.</summary>
    Full,
}
