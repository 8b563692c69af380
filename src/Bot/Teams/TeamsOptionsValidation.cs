using Microsoft.Extensions.Options;
using RelateBot.Bot.Teams.Graph;

namespace RelateBot.Bot.Teams;

/// <summary>Validates settings that depend on each other. Each error names the setting and where its value comes from.</summary>
internal sealed class TeamsOptionsValidation(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        List<string> faults = options.IsOn
            ? [
                .. options.DangerouslyAllowUnauthenticatedRequests ? OfTrust(options) : OfIdentity(options),
                .. OfAddresses(options),
                .. OfGraph(options)
            ]
            : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> OfTrust(TeamsOptions options)
    {
        if (!environment.IsDevelopment())
        {
            yield return "Remove Teams:DangerouslyAllowUnauthenticatedRequests: with it anybody could speak as anybody. It is for the "
            + "Agents Playground on a developer's machine "
                + "and works only when DOTNET_ENVIRONMENT is Development.";
        }

        if (options.ReadWorkingHours)
        {
            yield return "Remove Teams:ReadWorkingHours or Teams:DangerouslyAllowUnauthenticatedRequests: Microsoft Graph believes nobody "
                + "without a credential.";
        }
    }

    private static IEnumerable<string> OfIdentity(TeamsOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
        {
            yield return "Set Teams:AppId to the bot's Microsoft App ID (the Azure Bot resource, Configuration), a GUID: tokens are made "
                + "out to it.";
        }

        if (!Guid.TryParse(options.TenantId, out _))
        {
            yield return "Set Teams:TenantId to the id of the tenant in which the bot is registered (the Azure Bot resource, "
                + "Configuration, App Tenant ID), a GUID.";
        }

        if (options.Tenants.FirstOrDefault(tenant => !Guid.TryParse(tenant, out _)) is { } odd)
        {
            yield return $"Teams:AllowedTenants holds \"{odd}\", which is no tenant id. Write GUIDs with commas between them, or leave it "
                + $"empty for the bot's own tenant.";
        }

        foreach (var fault in OfCredential(options))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfCredential(TeamsOptions options)
    {
        switch (options.Credential)
        {
            case TeamsCredential.Secret when string.IsNullOrWhiteSpace(options.ClientSecret):
                yield return "Set Teams:ClientSecret (the app registration, Certificates & secrets), without which nothing can be sent; "
                    + "or choose another way with Teams:Credential.";
                break;
            case TeamsCredential.Certificate when !File.Exists(options.CertificateFile):
                yield return "Set Teams:CertificateFile to a PKCS#12 file (.pfx) that the bot can read: Teams:Credential is Certificate.";
                break;
            case TeamsCredential.Federated when (options.FederatedIdentityClientId.Length > 0) == (options.FederatedTokenFile.Length > 0):
                yield return "Set either Teams:FederatedIdentityClientId or Teams:FederatedTokenFile: Teams:Credential is Federated, and "
                    + "one of them says who vouches for the bot.";
                break;
        }
    }

    private static IEnumerable<string> OfAddresses(TeamsOptions options)
    {
        if (!IsSafe(options.OpenIdMetadataUrl))
        {
            yield return "Teams:OpenIdMetadataUrl must be an https address: whoever can change its answer can speak for Teams.";
        }

        if (!options.LoginUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Teams:LoginUrl must be an https address: the bot's secret is sent there.";
        }

        if (options.MoreServiceUrls.FirstOrDefault(url => !IsSafe(url)) is { } odd)
        {
            yield return $"Teams:ServiceUrls holds \"{odd}\". Write https addresses with commas between them: the bot's tokens are sent "
                + $"there.";
        }
    }

    private static IEnumerable<string> OfGraph(TeamsOptions options)
    {
        if (!GraphClient.Addresses.Contains(options.GraphUrl.TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Teams:GraphUrl must be one of {string.Join(", ", GraphClient.Addresses)}: a token that opens everybody's "
                + $"mailbox settings is sent there.";
        }
    }

    /// <summary>True for an address on this machine, which doesn't need https.</summary>
    private static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
