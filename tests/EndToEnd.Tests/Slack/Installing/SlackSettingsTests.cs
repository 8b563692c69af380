using Microsoft.Extensions.Options;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackSettingsTests
{
    private const string ByOAuth = "Slack:SigningSecret=s;Slack:ClientId=1.2;Slack:ClientSecret=c;Slack:PublicUrl=https://bot.example.com";

    [Theory]
    [InlineData("Slack:Mode=Socket;Slack:BotToken=xoxb-1", "Set Slack:AppToken")]
    [InlineData("Slack:Mode=Socket;Slack:BotToken=xoxb-1;Slack:AppToken=xoxb-1", "Set Slack:AppToken")]
    [InlineData("Slack:Mode=Socket;Slack:AppToken=xapp-1", "Set Slack:BotToken")]
    [InlineData("Slack:AppToken=xapp-1;Slack:BotToken=xoxb-1", "Set Slack:SigningSecret")]
    [InlineData(
        "Slack:SigningSecret=s;Slack:ClientSecret=c;Slack:PublicUrl=https://bot.example.com;Protection:KeyFile=KEY",
        "Set Slack:ClientId")]
    [InlineData(
        "Slack:SigningSecret=s;Slack:ClientId=c;Slack:PublicUrl=https://bot.example.com;Protection:KeyFile=KEY",
        "Set Slack:ClientSecret")]
    [InlineData("Slack:SigningSecret=s;Slack:ClientId=1.2;Slack:ClientSecret=c;Protection:KeyFile=KEY", "Set Slack:PublicUrl")]
    [InlineData(
        "Slack:SigningSecret=s;Slack:ClientId=1.2;Slack:ClientSecret=c;Slack:PublicUrl=http://bot.example.com;Protection:KeyFile=KEY",
        "Set Slack:PublicUrl")]
    [InlineData(ByOAuth, "Set Protection:CertificateFile or Protection:KeyFile")]
    [InlineData(ByOAuth + ";Slack:BotToken=xoxb-1;Protection:KeyFile=KEY", "Remove Slack:BotToken")]
    [InlineData(ByOAuth + ";Protection:KeyFile=/nowhere/key", "Protection:KeyFile must be a file")]
    [InlineData(ByOAuth + ";Protection:CertificateFile=KEY", "Protection:CertificateFile cannot be read")]
    [InlineData(
        ByOAuth + ";Protection:KeyFile=KEY;Slack:SocketConnections=11",
        "DataAnnotation validation failed for 'SlackOptions' members: 'SocketConnections'")]
    [InlineData(
        "Slack:SigningSecret=s;Slack:BotToken=xoxb-1;Slack:WorkingHoursFrom=Working hours",
        "Set Slack:WorkingHoursFrom to ProfileField:")]
    public async Task What_is_missing_stops_the_host_with_the_setting(string settings, string sentence)
    {
        var keyFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(new byte[32]));
        try
        {
            var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
                BotUnderTest.StartAsync(Read(settings.Replace("KEY", keyFile, StringComparison.Ordinal))));

            Assert.StartsWith(sentence, Assert.Single(failure.Failures), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(keyFile);
        }
    }

    [Fact]
    public async Task Development_may_do_without_a_certificate()
    {
        await using var bot = await BotUnderTest.StartAsync(
            new Dictionary<string, string?>(Read(ByOAuth), StringComparer.Ordinal) { ["Playground:Enabled"] = "false" },
            environment: "Development");

        Assert.Equal("alive", await bot.Client.GetStringAsync("/healthz/live"));
    }

    private static Dictionary<string, string?> Read(string settings) =>
        settings
            .Split(';')
            .Select(setting => setting.Split('=', 2))
            .ToDictionary(setting => setting[0], string? (setting) => setting[1], StringComparer.Ordinal);
}
