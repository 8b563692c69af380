using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The whole bot and the stand-in for Teams, each on a socket, with one clock that the test moves.</summary>
public abstract class TeamsBotFixture : BotFixture, IAsyncLifetime
{
    protected const string TeamId = "19:engineering@thread.tacv2";

    protected TeamsStandIn StandIn { get; private set; } = null!;

    protected TeamsCaller Teams { get; private set; } = null!;

    protected TeamsTenant Tenant => StandIn.Tenant;

    protected TeamsUser Mark { get; private set; } = null!;

    protected TeamsUser Sue { get; private set; } = null!;

    protected TeamsUser Raj { get; private set; } = null!;

    /// <summary>Mark's personal chat with the bot.</summary>
    protected TeamsConversation Personal { get; private set; } = null!;

    protected TeamsConversation General { get; private set; } = null!;

    protected TeamsConversation Kudos { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        StandIn = await TeamsStandIn.StartAsync(Time);
        Mark = Tenant.AddUser("Mark Weber");
        Sue = Tenant.AddUser("Sue Miller");
        Raj = Tenant.AddUser("Raj Patel");
        Personal = Tenant.AddPersonal(Mark);
        General = Tenant.AddChannel(TeamId, "General", Mark, Sue, Raj);
        Kudos = Tenant.AddChannel(TeamId, "kudos", Mark, Sue, Raj);
        Bot = await BotUnderTest.StartAsync(
            Settings(),
            Time,
            Environment,
            services => MicrosoftRedirectHandler.Register(services, StandIn.BaseUrl),
            Logs);
        Teams = new TeamsCaller(StandIn, Bot.Client);
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await StandIn.DisposeAsync();
    }

    protected virtual string Environment => "Testing";

    protected virtual Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Teams:AppId"] = StandIn.AppId,
        ["Teams:TenantId"] = Tenant.Id,
        ["Teams:ClientSecret"] = StandIn.ClientSecret,
        ["Teams:OpenIdMetadataUrl"] = StandIn.MetadataUrl,
        ["Teams:ServiceUrls"] = StandIn.ServiceUrl,
    };
}
