using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The bot authenticates with a certificate: https://learn.microsoft.com/entra/identity-platform/certificate-credentials</summary>
public sealed class TeamsCertificateTests : TeamsBotFixture, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relatebot-");
    private readonly X509Certificate2 certificate = NewCertificate();

    [Fact]
    public async Task It_signs_an_assertion_and_tells_no_secret()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Tenant.WaitForMessageAsync(Personal, "What you store");

        var request = QueryHelpers.ParseQuery(StandIn.TokenRequests[0]);
        Assert.False(request.ContainsKey("client_secret"));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request["client_assertion_type"]);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(request["client_assertion"], new TokenValidationParameters
        {
            ValidIssuer = StandIn.AppId,
            ValidAudience = $"https://login.microsoftonline.com/{Tenant.Id}/oauth2/v2.0/token",
            IssuerSigningKey = new X509SecurityKey(certificate),
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }

    public void Dispose()
    {
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    protected override Dictionary<string, string?> Settings()
    {
        var file = Path.Combine(folder.FullName, "bot.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "only in tests"));
        return new(base.Settings(), StringComparer.Ordinal)
        {
            ["Teams:ClientSecret"] = null,
            ["Teams:Credential"] = "Certificate",
            ["Teams:CertificateFile"] = file,
            ["Teams:CertificatePassword"] = "only in tests",
        };
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=RelateBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(
                new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
