using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Hosting;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackProtectionTests : SlackInstallFixture
{
    private const string Note = "ask about the garden";

    private readonly List<string> files = [];

    protected override Task StartedAsync() => InstallAsync(Workspace);

    protected override Task EndAsync()
    {
        files.ForEach(File.Delete);
        return base.EndAsync();
    }

    [Fact]
    public async Task From_a_key_file_to_a_certificate_and_on_to_another_no_token_and_no_note_is_lost_and_the_former_is_not_needed_again()
    {
        await Slack.PostSlashCommandAsync(Mark, "/relate", $"five add {Sue.Mention}", General);
        await Slack.ClickAsync(Mark, (await FiveAsync(Slack))!, "five.edit#2");
        await Slack.SubmitViewAsync(Mark, await Workspace.Views.WaitForModalAsync(Mark), new SlackViewState().Text("note", Note));
        await WaitForRowsAsync(context => context.FocusPeople, rows => rows is [{ Note: not null }]);

        var (first, second) = (NewCertificate(), NewCertificate());
        await CanSendAndOpenAsync(new()
        {
            ["Protection:CertificateFile"] = first,
            ["Protection:CertificatePassword"] = "one",
            ["Protection:FormerKeyFile"] = Settings()["Protection:KeyFile"],
            ["Protection:KeyFile"] = ""
        });
        await CanSendAndOpenAsync(new()
        {
            ["Protection:CertificateFile"] = first,
            ["Protection:CertificatePassword"] = "one",
            ["Protection:KeyFile"] = ""
        });
        await CanSendAndOpenAsync(new()
        {
            ["Protection:CertificateFile"] = second,
            ["Protection:CertificatePassword"] = "one",
            ["Protection:FormerCertificateFile"] = first,
            ["Protection:FormerCertificatePassword"] = "one",
            ["Protection:KeyFile"] = "",
        });
        await CanSendAndOpenAsync(new()
        {
            ["Protection:CertificateFile"] = second,
            ["Protection:CertificatePassword"] = "one",
            ["Protection:KeyFile"] = ""
        });
        Assert.DoesNotContain("<masterKey", await DatabaseFileAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_key_file_no_token_opens_and_doctor_says_what_to_do()
    {
        Assert.Contains("Acme (T000000001) installed the app", (await DiagnoseAsync(Bot)).What, StringComparison.Ordinal);
        var other = NewKeyFile();
        files.Add(other);
        await using var bot = await AnotherHostAsync(new() { ["Protection:KeyFile"] = other });

        var problem = Assert.IsType<Finding.Problem>(await DiagnoseAsync(bot));

        Assert.Equal("the token of Acme (T000000001) cannot be opened", problem.What);
        Assert.Contains("Protection:", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_tells_who_removed_the_app_and_whose_token_Slack_does_not_take()
    {
        StandIn.OAuth.Uninstall(Workspace);
        Assert.Contains(
            "refused: account_inactive",
            Assert.IsType<Finding.Problem>(await DiagnoseAsync(Bot)).What,
            StringComparison.Ordinal);

        await Slack.PostEventAsync(new() { ["type"] = "app_uninstalled" });

        Assert.Equal("Acme (T000000001) removed the app on 2026-11-18", Assert.IsType<Finding.Note>(await DiagnoseAsync(Bot)).What);
    }

    private static async Task<Finding> DiagnoseAsync(BotUnderTest bot)
    {
        await foreach (var finding in bot.Services
            .GetServices<IDoctorCheck>()
            .Single(check => check.Name == "Installations")
            .RunAsync(CancellationToken.None))
        {
            return finding;
        }

        throw new InvalidOperationException("Nothing was found.");
    }

    private Task<BotUnderTest> AnotherHostAsync(Dictionary<string, string?> change)
    {
        var settings = Settings();
        settings["ConnectionStrings:RelateBot"] = Bot.ConnectionString;
        foreach (var (key, value) in change)
        {
            settings[key] = value;
        }

        return BotUnderTest.StartAsync(settings, Time);
    }

    private async Task CanSendAndOpenAsync(Dictionary<string, string?> change)
    {
        await using var bot = await AnotherHostAsync(change);
        using var slack = new SlackCaller(Workspace, bot.Address);
        var opened = await slack.PostSlashCommandAsync(
            Workspace.AddUser($"user{files.Count}{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"),
            "/thanks",
            "",
            General);
        Assert.Null(opened.Message);
        Assert.Contains(Note, (await FiveAsync(slack))!.Everything, StringComparison.Ordinal);
    }

    private async Task<SlackMessage?> FiveAsync(SlackCaller slack) =>
        (await slack.PostSlashCommandAsync(Mark, "/relate", $"five {Sue.Mention}", General)).Message;

    private string NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=RelateBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "one"));
        files.Add(file);
        return file;
    }
}
