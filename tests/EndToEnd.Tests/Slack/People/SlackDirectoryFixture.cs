using System.Text.Json.Nodes;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Sync;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>The fixture of directory tests. The directory is read at night, or when an administrator asks for it.</summary>
public abstract class SlackDirectoryFixture : SlackBotFixture
{
    protected SlackUser Ada { get; private set; } = null!;

    protected override void Prepare() => Ada = Workspace.AddUser("ada", user => user with { RealName = "Ada Admin", IsAdmin = true });

    protected Task<SlackReply> SyncAsync(SlackUser by) => Slack.PostSlashCommandAsync(by, "/relate", "admin sync", General);

    /// <summary>Has it read from start to end and says what its administrator was told then.</summary>
    protected async Task<string> ReadDirectoryAsync()
    {
        var before = Workspace.MessagesTo(Ada).Count(IsResult);
        await SyncAsync(Ada);
        return (await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Ada,
            message => IsResult(message) && Workspace.MessagesTo(Ada).Count(IsResult) > before))).Everything;
    }

    protected async Task<Dictionary<string, Person>> ByAccountAsync()
    {
        var people = (await PeopleAsync()).ToDictionary(person => person.Id);
        return (await QueryAsync(context => context.Identities)).ToDictionary(
            identity => identity.ExternalId,
            identity => people[identity.PersonId],
            StringComparer.Ordinal);
    }

    protected async Task<string?> DepartmentOfAsync(SlackUser user)
    {
        var id = (await ByAccountAsync()).GetValueOrDefault(user.Id)?.DepartmentId;
        return (await QueryAsync(context => context.Departments)).Find(department => department.Id == id)?.Name;
    }

    protected Task<SlackReply> TellOfUserAsync(string type, SlackUser user) =>
        Slack.PostEventAsync(new JsonObject { ["type"] = type, ["user"] = SlackEventJson.Of(user, Workspace), ["cache_ts"] = 1 });

    protected Task<List<DirectorySync>> SyncsAsync() => QueryAsync(context => context.DirectorySyncs);

    private static bool IsResult(SlackMessage message) =>
        message.Text.StartsWith("The directory of", StringComparison.Ordinal)
            || message.Text.StartsWith("I could not read the whole", StringComparison.Ordinal);
}
