using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackOneOrganisationTests : SlackInstallFixture
{
    protected override Dictionary<string, string?> Settings() => new(base.Settings(), StringComparer.Ordinal)
    {
        ["Slack:OneOrganisation"] = "true",
        ["Organisation:Name"] = "Acme and friends",
    };

    [Fact]
    public async Task Teams_of_one_company_share_an_organisation_when_the_settings_say_so()
    {
        var other = StandIn.AddWorkspace("Acme Labs");
        await InstallAsync(Workspace);
        await InstallAsync(other);
        using var caller = new SlackCaller(other, Bot.Address);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);

        var reply = await caller.PostSlashCommandAsync(other.AddUser("eve"), "/thanks", "@sue for the map", other.AddChannel("general"));

        Assert.StartsWith("You thanked", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Contains(
            "the map",
            (await Workspace.Messages
                .WaitForMessageAsync(Sue, message => message.Everything.Contains("map", StringComparison.Ordinal))).Everything,
            StringComparison.Ordinal);
        Assert.Equal("Acme and friends", Assert.Single(await QueryAsync(context => context.Organisations)).Name);
    }
}
