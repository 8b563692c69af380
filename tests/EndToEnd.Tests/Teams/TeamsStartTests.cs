using System.Net;
using Microsoft.Extensions.Options;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Settings that stop the host, and its behaviour without settings.</summary>
public sealed class TeamsStartTests
{
    private const string Id = "2b6f0c1e-5d4a-4f0b-8f3e-9a1c7d2e4b10";

    [Theory]
    [InlineData("Teams:AppId", "ClientSecret=s", "TenantId=" + Id)]
    [InlineData("Teams:TenantId", "AppId=" + Id, "ClientSecret=s")]
    [InlineData("Teams:ClientSecret", "AppId=" + Id, "TenantId=" + Id)]
    [InlineData("Teams:CertificateFile", "AppId=" + Id, "TenantId=" + Id, "Credential=Certificate", "CertificateFile=/nowhere.pfx")]
    [InlineData("Teams:FederatedIdentityClientId", "AppId=" + Id, "TenantId=" + Id, "Credential=Federated")]
    [InlineData("Teams:AllowedTenants", "AppId=" + Id, "TenantId=" + Id, "ClientSecret=s", "AllowedTenants=contoso")]
    [InlineData("Teams:OpenIdMetadataUrl", "AppId=" + Id, "TenantId=" + Id, "ClientSecret=s", "OpenIdMetadataUrl=http://login.example/")]
    [InlineData("Teams:LoginUrl", "AppId=" + Id, "TenantId=" + Id, "ClientSecret=s", "LoginUrl=http://login.example/")]
    [InlineData("Teams:ServiceUrls", "AppId=" + Id, "TenantId=" + Id, "ClientSecret=s", "ServiceUrls=http://connector.example/")]
    [InlineData("Teams:GraphUrl", "AppId=" + Id, "TenantId=" + Id, "ClientSecret=s", "GraphUrl=https://graph.microsoft.com.example/")]
    [InlineData("Teams:GraphUrl", "AppId=" + Id, "TenantId=" + Id, "ClientSecret=s", "GraphUrl=http://graph.microsoft.com")]
    [InlineData("Teams:DangerouslyAllowUnauthenticatedRequests", "DangerouslyAllowUnauthenticatedRequests=true")]
    public async Task Half_a_configuration_stops_the_host_with_the_setting_that_is_wrong(string named, params string[] settings)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => BotUnderTest.StartAsync(
            settings
                .Select(setting => setting.Split('=', 2))
                .ToDictionary(pair => $"Teams:{pair[0]}", pair => (string?)pair[1], StringComparer.Ordinal)));

        Assert.Contains(named, Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_app_id_there_is_no_Teams()
    {
        await using var bot = await BotUnderTest.StartAsync();

        using var response = await bot.Client.PostAsync("/api/messages", content: null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
