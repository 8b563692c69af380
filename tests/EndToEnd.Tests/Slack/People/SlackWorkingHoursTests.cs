using Microsoft.Extensions.DependencyInjection;
using Moq;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>Working hours from a custom profile field. The time zone is Berlin's.</summary>
public sealed class SlackWorkingHoursTests : SlackDirectoryFixture
{
    private static readonly DateTimeOffset fridayAtTen = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Hours_are_read_as_people_write_them_beside_departments_from_groups()
    {
        Workspace.AddUserGroup("it", Sue);
        Writes(Sue, "Mo-Fr 8:30 – 17 Uhr");
        Writes(Raj, "whenever");

        await ReadDirectoryAsync();

        Assert.Equal(("08:30-17:00", "it"), (await HoursOfAsync(Sue), await DepartmentOfAsync(Sue)));
        Assert.Equal((null, null), (await HoursOfAsync(Raj), await HoursOfAsync(Mark)));
    }

    [Fact]
    public async Task A_prompt_comes_within_them()
    {
        Writes(Mark, "6am-11am");
        await ReadDirectoryAsync();
        await ThanksAsync($"{Mark.Mention} for the coffee", by: Sue);
        await Slack.PostSlashCommandAsync(Sue, "/helped", $"{Mark.Mention} with the laptop", General);
        await WaitForRowsAsync(context => context.PromptPlans, plans => plans.Count >= 2, clockRuns: true);
        Time.Advance(fridayAtTen.AddMinutes(40) - Time.GetUtcNow());

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("Stop these", StringComparison.Ordinal)));

        Assert.InRange(Time.GetUtcNow(), fridayAtTen, fridayAtTen.AddHours(1));
    }

    [Fact]
    public async Task A_change_is_followed_and_what_is_not_understood_changes_nothing()
    {
        Writes(Sue, "8-16");
        await ReadDirectoryAsync();

        await TellOfUserAsync("user_profile_changed", Writes(Sue, "10-18", changed: 7));
        await WaitForRowsAsync(context => context.People, people => people.Exists(person => person.WorkingHours == "10:00-18:00"));
        Writes(Sue, "it depends", changed: 8);
        await ReadDirectoryAsync();

        Assert.Equal("10:00-18:00", await HoursOfAsync(Sue));
    }

    [Fact]
    public async Task Hours_of_the_roster_win()
    {
        await ReadDirectoryAsync();
        await ImportAsync(
            "email,name,department,working_hours\nsue@example.com,Sue Miller,IT,07:00-15:00\nraj@example.com,Raj Patel,IT,\n");
        Writes(Sue, "10-18");
        Writes(Raj, "10-18");

        await ReadDirectoryAsync();

        Assert.Equal(("07:00-15:00", "10:00-18:00"), (await HoursOfAsync(Sue), await HoursOfAsync(Raj)));
    }

    [Fact]
    public async Task A_field_that_is_not_there_is_told_with_its_setting()
    {
        Workspace.ProfileFields.Remove("Xf03");
        Workspace.ProfileFields["Xf01"] = "Pronouns";

        Assert.Contains(
            "no field “Working hours”. Set Slack:WorkingHoursFrom to ProfileField: and one of Pronouns",
            await ReadDirectoryAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_newcomers_are_known_without_it()
    {
        Workspace.ProfileFields.Remove("Xf03");

        await ThanksAsync($"{Sue.Mention} for the laptop");

        await WaitForRowsAsync(context => context.People, people => people.Exists(person => person.Email == "sue@example.com"));
        Assert.Contains("no field “Working hours”", Logs.Text(), StringComparison.Ordinal);
    }

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.ProfileFields["Xf03"] = "working hours";
    }

    protected override Dictionary<string, string?> Settings() => new(base.Settings(), StringComparer.Ordinal)
    {
        ["Slack:WorkingHoursFrom"] = "ProfileField:Working hours",
        ["Prompts:Enabled"] = "true",
    };

    private SlackUser Writes(SlackUser user, string hours, long changed = 1) =>
        Workspace.Put(user with { Fields = user.Fields.SetItem("Xf03", hours), Updated = changed });

    private async Task<string?> HoursOfAsync(SlackUser user) => (await ByAccountAsync())[user.Id].WorkingHours;

    private async Task ImportAsync(string rows)
    {
        var organisation = Assert.Single(await QueryAsync(context => context.Organisations));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, rows);
        using (var table = RosterImporter.Open(file))
        {
            await Bot.Services.GetRequiredService<RosterImporter>()
                .RunAsync(organisation.Id, table, new RosterOptions(), Mock.Of<IImportListener>(), default);
        }

        File.Delete(file);
    }
}
