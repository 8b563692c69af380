using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Gets the bot's tokens from the Microsoft Authentication Library, which caches them until shortly before they expire.</summary>
internal sealed class MsalTokenSource : ITokenSource
{
    /// <summary>
    /// The audience of a managed identity's assertion:
    /// https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
    /// </summary>
    private const string ExchangeAudience = "api://AzureADTokenExchange";

    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    private readonly TeamsOptions options;
    private readonly IMsalHttpClientFactory http;
    private readonly Lazy<Func<string, string, CancellationToken, Task<AuthenticationResult>>> acquire;

    public MsalTokenSource(IOptions<TeamsOptions> options, IMsalHttpClientFactory http)
    {
        this.options = options.Value;
        this.http = http;

        // The Agents Playground needs no token, and no credential is configured then.
        acquire = new(() =>
            this.options.Credential is TeamsCredential.ManagedIdentity ? ByManagedIdentity(this.options.AppId) : ByApplication());
    }

    public Task<string> TokenAsync(CancellationToken cancellationToken) =>
        TokenForAsync(options.TokenAudience, options.TenantId, cancellationToken);

    public async Task<string> TokenForAsync(string audience, string tenantId, CancellationToken cancellationToken)
    {
        try
        {
            return (await acquire.Value(audience, tenantId, cancellationToken)).AccessToken;
        }
        catch (MsalException exception)
        {
            throw new PlatformException(
                $"Microsoft Entra refused the bot a token ({exception.ErrorCode}).",
                UntilMended,
                stopsWorkspace: true,
                inner: exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PlatformException("Microsoft Entra can't be reached for a token.", inner: exception);
        }
    }

    private Func<string, string, CancellationToken, Task<AuthenticationResult>> ByApplication()
    {
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(new Uri(new Uri(options.LoginUrl), options.TenantId))
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(http);
        var application = (options.Credential switch
        {
            TeamsCredential.Certificate =>
                builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(options.CertificateFile, options.CertificatePassword)),
            TeamsCredential.Federated when options.FederatedTokenFile.Length > 0 =>
                builder.WithClientAssertion(async (AssertionRequestOptions request) =>
                    (await File.ReadAllTextAsync(options.FederatedTokenFile, request.CancellationToken)).Trim()),
            TeamsCredential.Federated => WithAssertionBy(builder, ByManagedIdentity(options.FederatedIdentityClientId)),
            _ => builder.WithClientSecret(options.ClientSecret),
        }).Build();
        return (audience, tenantId, cancellationToken) => application
            .AcquireTokenForClient([$"{audience}/.default"])
            .WithTenantId(tenantId)
            .ExecuteAsync(cancellationToken);
    }

    private ConfidentialClientApplicationBuilder WithAssertionBy(
        ConfidentialClientApplicationBuilder builder, Func<string, string, CancellationToken, Task<AuthenticationResult>> identity) =>
        builder.WithClientAssertion(async (AssertionRequestOptions request) =>
            (await identity(ExchangeAudience, options.TenantId, request.CancellationToken)).AccessToken);

    /// <summary>A managed identity belongs to one tenant, so no other can be named.</summary>
    private Func<string, string, CancellationToken, Task<AuthenticationResult>> ByManagedIdentity(string clientId)
    {
        var identity = ManagedIdentityApplicationBuilder
            .Create(ManagedIdentityId.WithUserAssignedClientId(clientId))
            .WithHttpClientFactory(http)
            .Build();
        return (audience, _, cancellationToken) => identity.AcquireTokenForManagedIdentity(audience).ExecuteAsync(cancellationToken);
    }
}
