using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Teams;

/// <summary>Section <c>Teams</c>. Teams is on when the bot's id is set.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's Microsoft App ID: the client id of its app registration or managed identity.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant in which the bot is registered.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>With what the bot proves who it is.</summary>
    public TeamsCredential Credential { get; set; } = TeamsCredential.Secret;

    /// <summary>For <see cref="TeamsCredential.Secret"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>For <see cref="TeamsCredential.Certificate"/>: a PKCS#12 file (.pfx).</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The password of that file.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>For <see cref="TeamsCredential.Federated"/>: the client id of the managed identity that vouches for the bot.</summary>
    public string FederatedIdentityClientId { get; set; } = "";

    /// <summary>For <see cref="TeamsCredential.Federated"/>: a file in which the platform keeps a token that vouches for the bot.</summary>
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>Tenant ids, with commas, whose people are served. Empty: the bot's own tenant alone.</summary>
    public string AllowedTenants { get; set; } = "";

    /// <summary>With several tenants: true puts all of them into one organisation, false makes each its own.</summary>
    public bool OneOrganisation { get; set; }

    /// <summary>
    /// True: in channels and group chats an answer is shown to the asker alone, in place (Teams' targeted messages). False: it goes to
    /// their personal chat.
    /// </summary>
    public bool TargetedMessages { get; set; } = true;

    /// <summary>Requests a second to the connector for one tenant. Teams allows 50 to all hosts together.</summary>
    [Range(1, 40)]
    public int RequestsPerSecond { get; set; } = 40;

    /// <summary>Who issues the tokens that requests bring.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the issuer publishes its keys.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the bot gets its own tokens.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>For what those tokens are good.</summary>
    public string TokenAudience { get; set; } = "https://api.botframework.com";

    /// <summary>Further service URLs, with commas, that may get those tokens. Microsoft's own are known.</summary>
    public string ServiceUrls { get; set; } = "";

    /// <summary>True: by night, each person's working hours are read from their mailbox by Microsoft Graph.</summary>
    public bool ReadWorkingHours { get; set; }

    /// <summary>Where Microsoft Graph is.</summary>
    public string GraphUrl { get; set; } = "https://graph.microsoft.com";

    /// <summary>Believes every request. Only in Development, only from this machine, for the Agents Playground.</summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    /// <summary>True when anything is set that only makes sense with Teams; then the rest is needed.</summary>
    public bool IsOn =>
        AppId.Length > 0 || ClientSecret.Length > 0 || CertificateFile.Length > 0 || DangerouslyAllowUnauthenticatedRequests;

    /// <summary>The tenants that are served.</summary>
    public IReadOnlyList<string> Tenants => Split(AllowedTenants) is { Count: > 0 } listed ? listed : Split(TenantId);

    /// <summary>True for a tenant whose people are served. Where nobody has to prove anything, it is everybody's.</summary>
    public bool Serves(string? tenant) =>
        DangerouslyAllowUnauthenticatedRequests || Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    /// <summary><see cref="ServiceUrls"/>, one by one.</summary>
    public IReadOnlyList<string> MoreServiceUrls => Split(ServiceUrls);

    private static List<string> Split(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

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
