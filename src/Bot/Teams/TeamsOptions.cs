using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Teams;

/// <summary>Section <c>Teams</c>. Teams is enabled when the bot's id is set.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's Microsoft App ID: the client id of its app registration or managed identity.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant in which the bot is registered.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The kind of credential that authenticates the bot.</summary>
    public TeamsCredential Credential { get; set; } = TeamsCredential.Secret;

    /// <summary>For <see cref="TeamsCredential.Secret"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>For <see cref="TeamsCredential.Certificate"/>: a PKCS#12 file (.pfx).</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The password of that file.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>
    /// For <see cref="TeamsCredential.Federated"/>: the client id of the managed identity whose token authenticates the bot.
    /// </summary>
    public string FederatedIdentityClientId { get; set; } = "";

    /// <summary>
    /// For <see cref="TeamsCredential.Federated"/>: a file in which the hosting platform keeps a token that authenticates the bot.
    /// </summary>
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>The ids of the served tenants, separated by commas. Empty: only the bot's own tenant.</summary>
    public string AllowedTenants { get; set; } = "";

    /// <summary>With several tenants: true puts all of them into one organisation; false makes each its own.</summary>
    public bool OneOrganisation { get; set; }

    /// <summary>
    /// True: answers in channels and group chats are targeted messages, which only the asker sees. False: answers go to their personal
    /// chat.
    /// </summary>
    public bool TargetedMessages { get; set; } = true;

    /// <summary>Requests per second to the connector for one tenant. Teams allows 50 for all hosts together.</summary>
    [Range(1, 40)]
    public int RequestsPerSecond { get; set; } = 40;

    /// <summary>The issuer of the tokens in incoming requests.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the issuer publishes its signing keys.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The authority that issues the bot's own tokens.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>The scope of those tokens.</summary>
    public string TokenAudience { get; set; } = "https://api.botframework.com";

    /// <summary>More service URLs, separated by commas, to which those tokens may be sent. Microsoft's own are built in.</summary>
    public string ServiceUrls { get; set; } = "";

    /// <summary>True: working hours are read from each person's mailbox every night through Microsoft Graph.</summary>
    public bool ReadWorkingHours { get; set; }

    /// <summary>The address of Microsoft Graph.</summary>
    public string GraphUrl { get; set; } = "https://graph.microsoft.com";

    /// <summary>Accepts requests without a token. For the Agents Playground: only in Development and only from this machine.</summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    /// <summary>True when any setting for Teams is present. The required ones must then be set.</summary>
    public bool IsOn =>
        AppId.Length > 0 || ClientSecret.Length > 0 || CertificateFile.Length > 0 || DangerouslyAllowUnauthenticatedRequests;

    /// <summary>The tenants that are served.</summary>
    public IReadOnlyList<string> Tenants => Split(AllowedTenants) is { Count: > 0 } listed ? listed : Split(TenantId);

    /// <summary>True when the tenant is served. Without token checks, every tenant is.</summary>
    public bool Serves(string? tenant) =>
        DangerouslyAllowUnauthenticatedRequests || Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    /// <summary>The parsed <see cref="ServiceUrls"/>.</summary>
    public IReadOnlyList<string> MoreServiceUrls => Split(ServiceUrls);

    private static List<string> Split(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>How the bot authenticates to Microsoft Entra.</summary>
public enum TeamsCredential
{
    /// <summary>A client secret.</summary>
    Secret,

    /// <summary>A certificate with its private key.</summary>
    Certificate,

    /// <summary>The managed identity of the Azure resource that runs the bot. It needs no secret.</summary>
    ManagedIdentity,

    /// <summary>
    /// Another identity authenticates the bot: a managed identity, or a token file that the hosting platform keeps up to date.
    /// </summary>
    Federated,
}
