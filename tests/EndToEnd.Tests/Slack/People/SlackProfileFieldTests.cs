namespace RelateBot.EndToEnd.Tests.Slack.People;

public sealed class SlackProfileFieldTests : SlackDirectoryFixture
{
    [Fact]
    public async Task Departments_come_from_a_field_of_the_profile_that_is_known_by_its_name()
    {
        Workspace.ProfileFields["Xf01"] = "Pronouns";
        Workspace.ProfileFields["Xf02"] = "team";
        Workspace.Put(Sue with { Fields = Sue.Fields.Add("Xf02", "Customer Care").Add("Xf01", "she") });
        Workspace.Put(Raj with { Fields = Raj.Fields.Add("Xf02", "customer care") });

        await ReadDirectoryAsync();

        Assert.Equal(
            ("Customer Care", "Customer Care", null),
            (await DepartmentOfAsync(Sue), await DepartmentOfAsync(Raj), await DepartmentOfAsync(Mark)));
        Assert.Single(StandIn.Journal.Of("team.profile.get"));
    }

    [Fact]
    public async Task The_hours_beside_them_cost_no_further_call()
    {
        Workspace.ProfileFields["Xf02"] = "Team";
        Workspace.Put(Sue with { Fields = Sue.Fields.Add("Xf02", "Sales").Add("Xf03", "8-16") });

        await ReadDirectoryAsync();

        Assert.Equal(("Sales", "08:00-16:00"), (await DepartmentOfAsync(Sue), (await ByAccountAsync())[Sue.Id].WorkingHours));
        Assert.Single(StandIn.Journal.Of("team.profile.get"));
        Assert.Single(StandIn.Journal.Of("users.profile.get"), call => call.Text("user") == Sue.Id);
    }

    [Fact]
    public async Task A_change_is_followed_although_its_event_does_not_hold_the_field()
    {
        Workspace.ProfileFields["Xf02"] = "Team";
        await ReadDirectoryAsync();
        var moved = Workspace.Put(Sue with { Fields = Sue.Fields.Add("Xf02", "Sales"), Updated = 7 });

        await TellOfUserAsync("user_profile_changed", moved);

        await WaitForRowsAsync(context => context.Departments, rows => rows is [{ Name: "Sales" }]);
        Assert.Equal("Sales", await DepartmentOfAsync(Sue));
    }

    [Fact]
    public async Task A_field_that_is_not_there_is_told_with_those_that_are()
    {
        Workspace.ProfileFields["Xf01"] = "Pronouns";

        Assert.Contains(
            "no field “Team”. Set Slack:DepartmentFrom to ProfileField: and one of Pronouns",
            await ReadDirectoryAsync(),
            StringComparison.Ordinal);
    }

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.ProfileFields["Xf03"] = "Hours";
    }

    protected override Dictionary<string, string?> Settings() => new(base.Settings(), StringComparer.Ordinal)
    {
        ["Slack:DepartmentFrom"] = "ProfileField:Team",
        ["Slack:WorkingHoursFrom"] = "ProfileField:Hours",
    };
}
