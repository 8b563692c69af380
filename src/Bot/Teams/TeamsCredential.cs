namespace RelateBot.Bot.Teams;

/// <summary>With what the bot proves to Microsoft Entra who it is.</summary>
public enum TeamsCredential
{
    /// <summary>A client secret.</summary>
    Secret,

    /// <summary>A certificate with its private key.</summary>
    Certificate,

    /// <summary>The Azure resource on which it runs is the bot's identity: no secret at all.</summary>
    ManagedIdentity,

    /// <summary>Another identity vouches for the bot: a managed identity, or a token that the platform keeps fresh in a file.</summary>
    Federated,
}
