using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>
/// Validates the token of an incoming request:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot
/// </summary>
public sealed partial class InboundTokenValidator(
    SigningKeyCache keys,
    IOptions<TeamsOptions> options,
    TimeProvider clock,
    ILogger<InboundTokenValidator> logger)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>
    /// Returns the token's claims, or null when it is invalid. Throws <see cref="IOException"/> when it can't be checked now.
    /// </summary>
    public async Task<TokenClaims?> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (Read(authorization) is not { } token)
        {
            Log.Refused(logger, "there is no token");
            return null;
        }

        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            Log.Refused(logger, "its key is not the issuer's");
            return null;
        }

        var result = await handler.ValidateTokenAsync(token, ParametersFor(key));
        if (!result.IsValid)
        {
            Log.Refused(logger, result.Exception.GetType().Name);
            return null;
        }

        return new TokenClaims(token.TryGetClaim("serviceurl", out var serviceUrl) ? serviceUrl.Value : null, EndorsementsOf(key));
    }

    private JsonWebToken? Read(string? authorization)
    {
        if (authorization is null
            || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || !handler.CanReadToken(authorization[Scheme.Length..]))
        {
            return null;
        }

        try
        {
            return handler.ReadJsonWebToken(authorization[Scheme.Length..]) is { Kid.Length: > 0 } token ? token : null;
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException)
        {
            return null;
        }
    }

    private TokenValidationParameters ParametersFor(JsonWebKey key) => new()
    {
        ValidIssuer = options.Value.Issuer,
        ValidAudiences = [options.Value.AppId, $"api://{options.Value.AppId}", $"api://botid-{options.Value.AppId}"],
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsAlive,
    };

    /// <summary>The library's own check uses the system clock.</summary>
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now <= end + Skew && (notBefore is not { } begin || now >= begin - Skew);
    }

    /// <summary>The library keeps unknown properties of a key unchanged.</summary>
    private static ImmutableArray<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var endorsements) ? endorsements switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(item => item.ToString())],
            IEnumerable<object> list => [.. list.Select(item => item.ToString() ?? "")],
            _ => [],
        } : [];

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused a request to /api/messages: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
