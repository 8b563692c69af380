namespace RelateBot.Domain.Pairing;

/// <summary>What somebody said came of a coffee.</summary>
public enum PairingAnswer
{
    /// <summary>Nothing so far.</summary>
    None,

    /// <summary>They met.</summary>
    Met,

    /// <summary>They still want to.</summary>
    NotYet,

    /// <summary>Nothing came of it.</summary>
    DidNotHappen,
}
