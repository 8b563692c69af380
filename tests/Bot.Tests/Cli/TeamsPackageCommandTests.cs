using System.IO.Compression;
using System.Text.Json;

namespace RelateBot.Bot.Tests.Cli;

public sealed class TeamsPackageCommandTests : IDisposable
{
    private const string AppId = "11111111-2222-4333-8444-555555555555";

    private readonly BotCli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task It_writes_a_package_for_the_app_and_says_what_to_do_with_it()
    {
        Assert.Equal(0, await cli.RunAsync("teams-package", AppId, "relatebot.example.com", "--output", cli.PathOf("app.zip")));

        Assert.Contains("Teams admin center", cli.Output, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(cli.PathOf("app.zip"));
        Assert.Equal(
            ["color.png", "manifest.json", "outline.png"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        await using var manifest = await zip.GetEntry("manifest.json")!.OpenAsync();
        Assert.Equal(AppId, (await JsonDocument.ParseAsync(manifest)).RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.False(File.Exists(cli.Database));
    }

    [Fact]
    public async Task An_address_in_place_of_a_host_name_is_refused_and_nothing_is_written()
    {
        Assert.Equal(2, await cli.RunAsync("teams-package", AppId, "https://relatebot.example.com", "--output", cli.PathOf("app.zip")));

        Assert.Contains("without https://", cli.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.PathOf("app.zip")));
    }

    [Fact]
    public async Task Something_that_is_no_app_id_is_refused() =>
        Assert.Equal(2, await cli.RunAsync("teams-package", "relatebot", "relatebot.example.com"));
}
