namespace RelateBot.Domain.Exchanges;

/// <summary>Who may read an exchange's note.</summary>
public enum Visibility
{
    /// <summary>Everybody in the organisation; posted to the kudos channel.</summary>
    Public,

    /// <summary>Only those who gave and received it.</summary>
    Private,
}
