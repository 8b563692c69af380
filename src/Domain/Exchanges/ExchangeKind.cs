namespace RelateBot.Domain.Exchanges;

/// <summary>What one person did for another.</summary>
public enum ExchangeKind
{
    /// <summary>Praise for something seen.</summary>
    Kudos,

    /// <summary>Thanks for something received.</summary>
    Thanks,

    /// <summary>Help given.</summary>
    Help,
}
