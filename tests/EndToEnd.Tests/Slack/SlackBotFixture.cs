using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Slack.Access;
using RelateBot.Domain.People;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack;

/// <summary>The whole bot and the stand-in for Slack, each on a socket, with one clock that the test moves.</summary>
public abstract class SlackBotFixture : BotFixture, IAsyncLifetime
{
    private SlackCaller? caller;

    protected SlackStandIn StandIn { get; private set; } = null!;

    protected SlackWorkspace Workspace => StandIn.Workspace;

    /// <summary>Slack, as it calls the bot.</summary>
    protected SlackCaller Slack => caller ??= NewCaller();

    protected SlackUser Mark { get; private set; } = null!;

    protected SlackUser Sue { get; private set; } = null!;

    protected SlackUser Raj { get; private set; } = null!;

    protected SlackChannel General { get; private set; } = null!;

    protected SlackChannel Kudos { get; private set; } = null!;

    protected virtual SlackStandInOptions StandInOptions => new() { Time = Time };

    public async Task InitializeAsync()
    {
        StandIn = await SlackStandIn.StartAsync(StandInOptions);
        Mark = Workspace.AddUser("mark", u => u with { RealName = "Mark Weber" });
        Sue = Workspace.AddUser("sue", u => u with { RealName = "Sue Miller" });
        Raj = Workspace.AddUser("raj", u => u with { RealName = "Raj Patel" });
        General = Workspace.AddChannel("general");
        Kudos = Workspace.AddChannel("kudos");
        Prepare();
        Bot = await BotUnderTest.StartAsync(Settings(), Time, services: Customise, logs: Logs);
        await StartedAsync();
    }

    public async Task DisposeAsync()
    {
        caller?.Dispose();
        await Bot.DisposeAsync();
        await StandIn.DisposeAsync();
        await EndAsync();
    }

    /// <summary>What is different about Slack before the bot starts.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>What is different about the host that is started first.</summary>
    protected virtual void Customise(IServiceCollection services)
    {
    }

    /// <summary>How Slack calls the bot.</summary>
    protected virtual SlackCaller NewCaller() => new(Workspace, Bot.Address);

    /// <summary>Disposes what else the test started.</summary>
    protected virtual Task EndAsync() => Task.CompletedTask;

    /// <summary>Usually tests begin when the bot knows its team.</summary>
    protected virtual Task StartedAsync() => Bot.Services.GetRequiredService<ConfiguredSlackTeam>().Connected;

    protected virtual Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Slack:SigningSecret"] = StandIn.Options.SigningSecret,
        ["Slack:BotToken"] = Workspace.BotToken,
        ["Slack:ApiBaseUrl"] = StandIn.ApiBaseUrl.ToString(),
    };

    protected Task<SlackReply> ThanksAsync(string text, SlackUser? by = null, SlackTamper? tamper = null) =>
        Slack.PostSlashCommandAsync(by ?? Mark, "/thanks", text, General, tamper);

    protected Task<List<Person>> PeopleAsync() => QueryAsync(context => context.People.OrderBy(person => person.Name));
}
