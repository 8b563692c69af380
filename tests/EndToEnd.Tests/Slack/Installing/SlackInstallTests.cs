using System.Net;
using System.Web;
using RelateBot.Bot.Slack.Access;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackInstallTests : SlackInstallFixture
{
    [Fact]
    public async Task Two_teams_install_the_app_and_never_see_each_other()
    {
        var other = StandIn.AddWorkspace("Other");
        var eve = other.AddUser("eve");
        var ben = other.AddUser("ben");
        var general = other.AddChannel("general");
        var kudos = other.AddChannel("kudos");
        using var caller = new SlackCaller(other, Bot.Address);

        await InstallAsync(Workspace);
        await InstallAsync(other);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        var byName = await caller.PostSlashCommandAsync(eve, "/thanks", "@sue for a colleague of others", general);
        await caller.PostSlashCommandAsync(eve, "/thanks", $"{ben.Mention} for the map", general);

        Assert.Contains("the laptop", (await Workspace.Messages.WaitForMessageAsync(Sue)).Everything, StringComparison.Ordinal);
        Assert.Contains("the laptop", (await Workspace.Messages.WaitForMessageAsync(Kudos.Id)).Everything, StringComparison.Ordinal);
        Assert.Contains("the map", (await other.Messages.WaitForMessageAsync(ben)).Everything, StringComparison.Ordinal);
        Assert.Contains("the map", (await other.Messages.WaitForMessageAsync(kudos.Id)).Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("You thanked", byName.Message!.Text, StringComparison.Ordinal);
        Assert.Single(Workspace.MessagesTo(Sue));

        var ledger = await LedgerAsync();
        Assert.Equal(2, ledger.Select(exchange => exchange.OrganisationId).Distinct().Count());
        Assert.Equal(
            ["Acme", "Other"],
            (await QueryAsync(context => context.Organisations.OrderBy(organisation => organisation.Name))).Select(organisation =>
                organisation.Name));
        Assert.All(StandIn.Journal.Calls, call => Assert.True(call.Ok, call.ToString()));
    }

    [Fact]
    public async Task What_is_asked_for_is_what_the_code_needs()
    {
        var (authorize, _) = await BeginAsync();

        Assert.Equal(SlackScopes.All, StandIn.OAuth.ScopesAskedFor(authorize));
        Assert.Equal("https://bot.example.com/slack/oauth/callback", HttpUtility.ParseQueryString(authorize.Query)["redirect_uri"]);
    }

    [Fact]
    public async Task No_token_can_be_read_in_the_database()
    {
        StandIn.OAuth.RotatesTokens = true;
        await InstallAsync(Workspace);
        await ThanksAsync($"{Sue.Mention} for the laptop");

        var file = await DatabaseFileAsync();

        Assert.Contains("the laptop", file, StringComparison.Ordinal);
        Assert.Equal(2, StandIn.OAuth.TokensGiven.Count);
        Assert.All(StandIn.OAuth.TokensGiven, token => Assert.DoesNotContain(token, file + Logs.Text(), StringComparison.Ordinal));
        Assert.DoesNotContain("<masterKey", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_installation_of_a_team_replaces_its_token_and_nothing_else()
    {
        await InstallAsync(Workspace);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
        StandIn.OAuth.Uninstall(Workspace);

        await InstallAsync(Workspace);
        await ThanksAsync($"{Sue.Mention} for the second laptop");

        // What was under way when the token went may have stopped the team's messages for a minute.
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("second laptop", StringComparison.Ordinal)));
        Assert.Single(await InstallationsAsync());
        Assert.Single(await QueryAsync(context => context.Workspaces));
        Assert.Single((await LedgerAsync()).Select(exchange => exchange.OrganisationId).Distinct());
    }

    [Fact]
    public async Task A_team_that_did_not_install_the_app_is_declined()
    {
        await InstallAsync(Workspace);
        var other = StandIn.AddWorkspace("Other");
        var eve = other.AddUser("eve");
        using var caller = new SlackCaller(other, Bot.Address);

        var reply = await caller.PostSlashCommandAsync(eve, "/thanks", $"{eve.Mention} for it", other.AddChannel("general"));

        Assert.Contains("do not look after this Slack workspace", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task Somebody_who_says_no_is_told_that_nothing_happened()
    {
        var (authorize, cookie) = await BeginAsync();

        var (status, page) = await ReturnAsync(StandIn.OAuth.Deny(authorize), cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing was installed", page, StringComparison.Ordinal);
        await NothingWasInstalledAsync();
    }

    [Fact]
    public async Task A_state_from_another_browser_is_refused()
    {
        // An attacker starts, allows it for their own team, and makes someone else open the redirect.
        var (authorize, _) = await BeginAsync();
        var (_, victims) = await BeginAsync();
        var back = StandIn.OAuth.Allow(authorize, Workspace);

        foreach (var cookie in new[] { victims, null })
        {
            var (status, page) = await ReturnAsync(back, cookie);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("has to end in the browser in which it began", page, StringComparison.Ordinal);
        }

        await NothingWasInstalledAsync();
    }

    [Theory]
    [InlineData("?code=0001.code&state=forged")]
    [InlineData("?code=0001.code&state=")]
    [InlineData("?code=0001.code")]
    [InlineData("")]
    [InlineData("?state=a&state=b&code=<script>")]
    public async Task A_forged_state_is_refused(string query)
    {
        var (_, cookie) = await BeginAsync();

        var (status, page) = await ReturnAsync(new Uri($"https://bot.example.com/slack/oauth/callback{query}"), cookie);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("does not come from here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script", page, StringComparison.Ordinal);
        await NothingWasInstalledAsync();
    }

    [Fact]
    public async Task Consent_is_good_for_ten_minutes()
    {
        var (authorize, cookie) = await BeginAsync();
        Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        var (status, page) = await ReturnAsync(StandIn.OAuth.Allow(authorize, Workspace), cookie);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("took a little long", page, StringComparison.Ordinal);
        await NothingWasInstalledAsync();
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (authorize, cookie) = await BeginAsync();
        var back = StandIn.OAuth.Allow(authorize, Workspace);
        await ReturnAsync(back, cookie);

        var (status, page) = await ReturnAsync(back, cookie);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("good for one use", page, StringComparison.Ordinal);
        Assert.Single(await InstallationsAsync());
    }

    [Theory]
    [InlineData("bad_client_secret", HttpStatusCode.InternalServerError, "finds the reason in its log")]
    [InlineData("invalid_code", HttpStatusCode.BadRequest, "begin again")]
    [InlineData(null, HttpStatusCode.BadGateway, "did not answer")]
    public async Task Whatever_Slack_says_is_a_sentence_on_the_page(string? error, HttpStatusCode expected, string sentence)
    {
        StandIn.Faults.Next("oauth.v2.access", error is null ? SlackFault.Status(503) : SlackFault.Error(error));
        var (authorize, cookie) = await BeginAsync();

        var (status, page) = await ReturnAsync(StandIn.OAuth.Allow(authorize, Workspace), cookie);

        Assert.Equal(expected, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain(StandIn.OAuth.ClientSecret, page + Logs.Text(), StringComparison.Ordinal);
        await NothingWasInstalledAsync();
    }

    [Fact]
    public async Task The_cookie_is_for_the_way_back_alone()
    {
        using var response = await Browser.GetAsync(new Uri("/slack/install", UriKind.Relative));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));

        Assert.Contains("path=/slack/oauth; secure; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private async Task NothingWasInstalledAsync()
    {
        Assert.Empty(await InstallationsAsync());
        Assert.Empty(await QueryAsync(context => context.Workspaces));
    }
}
