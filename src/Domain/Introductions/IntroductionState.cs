namespace RelateBot.Domain.Introductions;

/// <summary>Where an introduction is in its life.</summary>
public enum IntroductionState
{
    /// <summary>Somebody has been asked and has not answered yet.</summary>
    Asking,

    /// <summary>All said yes, and they have been brought together.</summary>
    Made,

    /// <summary>Somebody would rather not. Who, nobody is told.</summary>
    Declined,

    /// <summary>Somebody did not answer in time.</summary>
    Expired,
}
