using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>
/// Caches the issuer's keys for a day. A token with an unknown key reloads them at most once an hour, so invalid tokens can't cause
/// constant requests.
/// </summary>
public sealed partial class SigningKeyCache(
    IHttpClientFactory clients,
    IOptions<TeamsOptions> options,
    TimeProvider clock,
    ILogger<SigningKeyCache> logger) : IDisposable
{
    public const string ClientName = "teams-keys";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim reading = new(1);
    private IReadOnlyList<JsonWebKey>? keys;
    private DateTimeOffset readAt;
    private DateTimeOffset notBefore;

    /// <summary>
    /// Returns the key with this id, or null when the issuer has none. Throws <see cref="IOException"/> when no keys were ever loaded.
    /// </summary>
    public async ValueTask<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Known(keyId) is { } known && clock.GetUtcNow() < readAt + Kept)
        {
            return known;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() >= notBefore)
            {
                await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            reading.Release();
        }

        return keys is null ? throw new IOException("The keys of Teams:OpenIdMetadataUrl have not been read yet.") : Known(keyId);
    }

    public void Dispose() => reading.Dispose();

    private JsonWebKey? Known(string keyId) => keys?.FirstOrDefault(key => key.KeyId == keyId);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var url = options.Value.OpenIdMetadataUrl;
        try
        {
            var documents = new HttpDocumentRetriever(clients.CreateClient(ClientName)) { RequireHttps = !new Uri(url).IsLoopback };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(url, documents, cancellationToken);
            keys = [.. metadata.JsonWebKeySet.Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA)];
            readAt = clock.GetUtcNow();
            notBefore = readAt + BetweenReadings;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or HttpRequestException or ArgumentException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Old keys are better than none. An attacker with a leaked key would also need the channel's endorsement.
            notBefore = clock.GetUtcNow() + AfterTrouble;
            Log.NotRead(logger, url, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The keys at {Url} couldn't be read: {Reason}")]
        public static partial void NotRead(ILogger logger, string url, string reason);
    }
}
