namespace RelateBot.Domain.Pairing;

/// <summary>What happens to a <see cref="PairingSeat"/> by itself.</summary>
public enum PairingStep
{
    /// <summary>Nothing any more.</summary>
    None,

    /// <summary>They are told whom they meet.</summary>
    Tell,

    /// <summary>They are asked whether they met.</summary>
    Ask,

    /// <summary>They have had their time to answer.</summary>
    Close,
}
