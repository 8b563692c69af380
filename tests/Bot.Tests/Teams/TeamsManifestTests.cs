using System.IO.Compression;
using System.Text.Json;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Teams;
using RelateBot.Bot.Teams.Invokes;

namespace RelateBot.Bot.Tests.Teams;

/// <summary>The app package matches the code exactly.</summary>
public sealed class TeamsManifestTests
{
    private static readonly Guid appId = new("11111111-2222-4333-8444-555555555555");
    private static readonly byte[] package = Package();
    private static readonly JsonElement manifest = JsonDocument.Parse(File("manifest.json")).RootElement;

    [Fact]
    public void Every_command_is_offered_with_the_words_of_the_help()
    {
        var offered = Objects(manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands")).Select(command =>
            (Text(command, "title"), Text(command, "description")));

        Assert.Equal(CommandGuide.All.Select(command => (command.Name, command.Summary)), offered);
    }

    [Fact]
    public void Every_command_of_the_extension_is_one_that_opens_a_dialog_or_the_search()
    {
        var commands = Objects(manifest.GetProperty("composeExtensions")[0].GetProperty("commands")).ToList();

        Assert.Equal(
            [MessageExtensionHandler.ForMessage, MessageExtensionHandler.SayThanks, SearchInvokeHandler.FindHelp],
            commands.Select(command => Text(command, "id")));
        Assert.All(commands[..2], command => Assert.True(command.GetProperty("fetchTask").GetBoolean()));
        Assert.Equal(SearchInvokeHandler.Words, Text(Assert.Single(Objects(commands[2].GetProperty("parameters"))), "name"));
        Assert.Equal("message", Assert.Single(Objects(commands[0].GetProperty("context"))).GetString());
    }

    [Fact]
    public void The_apps_id_and_domain_are_everywhere_they_belong()
    {
        Assert.Equal(appId.ToString(), Text(manifest, "id"));
        Assert.Equal(appId.ToString(), Text(manifest.GetProperty("bots")[0], "botId"));
        Assert.Equal(appId.ToString(), Text(manifest.GetProperty("composeExtensions")[0], "botId"));
        Assert.Equal("relatebot.example.com", Assert.Single(Objects(manifest.GetProperty("validDomains"))).GetString());
        Assert.DoesNotContain("{{", manifest.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_have_the_size_that_Teams_wants(string name, byte size) =>
        Assert.Equal([0, 0, 0, size, 0, 0, 0, size], File(name)[16..24]);

    [Theory]
    [InlineData("relatebot.example.com", true)]
    [InlineData("https://relatebot.example.com", false)]
    [InlineData("relatebot.example.com:8443", false)]
    [InlineData("localhost", false)]
    [InlineData("a\"b.example.com", false)]
    public void A_domain_is_a_host_name_alone(string domain, bool isGood) => Assert.Equal(isGood, TeamsPackage.IsDomain(domain));

    [SkippableFact]
    public async Task Microsofts_own_validator_takes_the_package()
    {
        ManifestChecker.Require();
        var folder = Directory.CreateTempSubdirectory("relatebot-");
        try
        {
            var zip = Path.Combine(folder.FullName, "package.zip");
            await System.IO.File.WriteAllBytesAsync(zip, package);

            var (isGood, said) = await ManifestChecker.CheckAsync(zip);

            Assert.True(isGood, said);
            Assert.Empty(Objects(JsonDocument.Parse(said).RootElement.GetProperty("warnings")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Package()
    {
        using var stream = new MemoryStream();
        TeamsPackage.Write(stream, appId, "relatebot.example.com");
        return stream.ToArray();
    }

    private static byte[] File(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var entry = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }

    private static IEnumerable<JsonElement> Objects(JsonElement array) => array.EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
