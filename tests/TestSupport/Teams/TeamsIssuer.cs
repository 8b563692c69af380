using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RelateBot.TestSupport.Teams;

/// <summary>Signs Teams' tokens with its own RSA keys, published in Microsoft's format.</summary>
public sealed class TeamsIssuer(TimeProvider time) : IDisposable
{
    public const string Name = "https://api.botframework.com";

    private readonly List<RsaSecurityKey> published = [NewKey("key-1")];

    /// <summary>How often the keys were read.</summary>
    public int Readings { get; private set; }

    /// <summary>False: requests for the keys return 503.</summary>
    public bool IsUp { get; set; } = true;

    public RsaSecurityKey Key => published[^1];

    /// <summary>The channels for which every published key is endorsed.</summary>
    public string[] Endorsements { get; set; } = ["msteams"];

    /// <summary>A key that isn't published.</summary>
    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>Signs with this key from now on and publishes it with the others.</summary>
    public void Rotate() => published.Add(NewKey($"key-{published.Count + 1}"));

    /// <summary>Returns a valid token that the test can change.</summary>
    public SecurityTokenDescriptor Describe(string appId, string serviceUrl)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = appId,
            NotBefore = now,
            IssuedAt = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
    }

    public static string Sign(SecurityTokenDescriptor token) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);

    public void Dispose() => published.ForEach(key => key.Rsa.Dispose());

    internal static object Metadata(Uri baseUrl) => new
    {
        issuer = Name,
        jwks_uri = new Uri(baseUrl, "v1/.well-known/keys"),
        id_token_signing_alg_values_supported = new[] { "RS256" },
    };

    internal object ReadKeys()
    {
        Readings++;
        return new { keys = published.Select(Publish) };
    }

    private object Publish(RsaSecurityKey key)
    {
        var rsa = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(rsa.Modulus),
            e = Base64UrlEncoder.Encode(rsa.Exponent),
            endorsements = Endorsements
        };
    }
}
