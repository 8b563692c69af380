using Microsoft.Extensions.DependencyInjection;
using Moq;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>An administrator merges a second record that the roster added for a person.</summary>
public sealed class SlackPersonMergeTests : SlackDirectoryFixture
{
    [Fact]
    public async Task Two_records_become_one_person_and_two_again_by_undo()
    {
        await DoubleAsync();
        Assert.Contains("Only people who look after", await MergeAsync(Mark, "sue@example.com sue@new.example"), StringComparison.Ordinal);

        var reply = await Slack.PostSlashCommandAsync(Ada, "/relate", "admin merge sue@example.com sue@new.example", General);

        Assert.Contains("are one person now", reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Single(await PeopleAsync(), person => person.IsActive && person.Name == "Sue Miller");
        await Slack.ClickAsync(Ada, reply.Message!, "directory.merge.undo");
        Assert.Equal(2, (await PeopleAsync()).Count(person => person.IsActive && person.Name == "Sue Miller"));
    }

    [Fact]
    public async Task Who_is_unknown_or_not_clear_is_said_and_nothing_changes()
    {
        await DoubleAsync();

        Assert.Contains("anyone with the address", await MergeAsync(Ada, "sue@example.com nobody@example.com"), StringComparison.Ordinal);
        Assert.Contains("Name two records", await MergeAsync(Ada, Sue.Mention), StringComparison.Ordinal);
        Assert.Contains("two people to me", await MergeAsync(Ada, $"{Sue.Mention} {Mark.Mention}"), StringComparison.Ordinal);
        Assert.Equal(2, (await PeopleAsync()).Count(person => person.IsActive && person.Name == "Sue Miller"));
    }

    private async Task<string> MergeAsync(SlackUser by, string who) =>
        (await Slack.PostSlashCommandAsync(by, "/relate", $"admin merge {who}", General)).Message!.Everything;

    private async Task DoubleAsync()
    {
        await ReadDirectoryAsync();
        var organisation = Assert.Single(await QueryAsync(context => context.Organisations));
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, "email,name,department\nsue@new.example,Sue Miller,Helpdesk\n");
        using (var table = RosterImporter.Open(file))
        {
            await Bot.Services.GetRequiredService<RosterImporter>()
                .RunAsync(organisation.Id, table, new RosterOptions(), Mock.Of<IImportListener>(), default);
        }

        File.Delete(file);
    }
}
