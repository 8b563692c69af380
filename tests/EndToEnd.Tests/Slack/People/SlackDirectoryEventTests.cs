using System.Net;
using System.Text.Json.Nodes;
using RelateBot.Domain.People;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

public sealed class SlackDirectoryEventTests : SlackDirectoryFixture
{
    private static readonly string[][] FieldsLeftOut =
    [
        ["profile"], ["deleted"], ["is_bot"], ["is_restricted"], ["team_id"], ["real_name", "profile"],
        [
            "profile", "deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_admin", "is_owner", "real_name", "team_id",
            "is_stranger",
        ],
    ];

    [Theory]
    [InlineData("team_join")]
    [InlineData("user_change")]
    [InlineData("user_profile_changed")]
    public async Task Somebody_new_or_changed_is_known_at_once(string type)
    {
        await TellOfUserAsync(type, Sue with { RealName = "Sue Miller-Smith", Updated = 10 });

        var sue = (await ByAccountAsync())[Sue.Id];
        Assert.Equal(("Sue Miller-Smith", "sue@example.com", true), (sue.Name, sue.Email, sue.IsActive));
    }

    [Theory]
    [InlineData("user_profile_changed")]
    [InlineData("user_change")]
    public async Task What_an_event_leaves_out_stays_as_it_is_known(string type)
    {
        var guest = Workspace.AddUser("guest", user => user with { RealName = "Gus Guest", DisplayName = "gus", IsRestricted = true });
        var program = Workspace.AddUser("deploy", user => user with { IsBot = true });
        var stranger = Workspace.AddUser("eve", user => user with { TeamId = "T0PARTNER", IsStranger = true });
        await ReadDirectoryAsync();
        await TellOfUserAsync("user_change", Raj with { Deleted = true, Updated = 10 });
        await WaitForRowsAsync(context => context.Identities, rows => rows.TrueForAll(identity => !identity.NeedsProfile));
        var before = (await PeopleAsync()).ConvertAll(Facts);
        StandIn.Faults.Next("users.info", SlackFault.Status(503), times: 1000);

        foreach (var user in new[] { guest, program, stranger, Raj, Ada, Sue })
        {
            foreach (var missing in FieldsLeftOut)
            {
                var json = SlackEventJson.Of(user with { Deleted = user.Id == Raj.Id, Updated = 20 }, Workspace);
                foreach (var field in missing)
                {
                    json.Remove(field);
                }

                var reply = await Slack.PostEventAsync(new JsonObject { ["type"] = type, ["user"] = json, ["cache_ts"] = 1 });

                Assert.Equal(HttpStatusCode.OK, reply.Status);
                Assert.Equal(before, (await PeopleAsync()).ConvertAll(Facts));
            }
        }

        static (string Name, string? Handle, string? Email, PersonKind Kind, bool IsActive) Facts(Person person) =>
            (person.Name, person.Handle, person.Email, person.Kind, person.IsActive);
    }

    [Fact]
    public async Task News_that_is_older_than_what_is_known_changes_nothing()
    {
        await TellOfUserAsync("user_change", Sue with { Deleted = true, Updated = 10 });
        await TellOfUserAsync("team_join", Sue with { Updated = 8 });
        await TellOfUserAsync("user_change", Sue with { Deleted = true, Updated = 12 });
        await TellOfUserAsync("user_change", Sue with { Updated = 11 });

        Assert.False((await ByAccountAsync())[Sue.Id].IsActive);
    }

    [Fact]
    public async Task A_group_that_changes_moves_its_people_whatever_the_order_of_its_events()
    {
        await ReadDirectoryAsync();
        var it = Workspace.AddUserGroup("it", Sue);
        var grown = it with { Name = "Information Technology", Users = [Sue.Id, Raj.Id] };
        Workspace.Put(grown);

        await TellOfGroupAsync("subteam_updated", grown);
        await TellOfGroupAsync("subteam_created", it);
        await Slack.PostEventAsync(new JsonObject
        {
            ["type"] = "subteam_members_changed",
            ["subteam_id"] = it.Id,
            ["added_users"] = new JsonArray(),
            ["removed_users"] = new JsonArray(Raj.Id)
        });

        await WaitForRowsAsync(context => context.DepartmentGroups, rows => rows is [{ NeedsMembers: false }]);
        Assert.Equal(("Information Technology", "Information Technology"), (await DepartmentOfAsync(Sue), await DepartmentOfAsync(Raj)));
        Workspace.Put(grown with { Users = [Raj.Id] });
        await TellOfGroupAsync("subteam_updated", grown);
        await WaitForRowsAsync(context => context.GroupMembers, rows => rows.Count == 1);
        await WaitForRowsAsync(
            context => context.People,
            rows => rows.Exists(person => person.Name == "Sue Miller" && person.DepartmentId is null));
    }

    [Fact]
    public async Task A_group_that_is_thanked_before_anybody_is_known_in_it_hears_of_it()
    {
        var it = Workspace.AddUserGroup("it", Sue, Raj, Mark);

        var reply = await ThanksAsync($"{it.Mention} for the quick repair");

        Assert.Contains("I don't know who belongs to it yet. I'll tell them once I do.", reply.Message!.Text, StringComparison.Ordinal);
        foreach (var member in new[] { Sue, Raj })
        {
            Assert.Contains("the quick repair", (await Workspace.Messages.WaitForMessageAsync(member)).Everything,
                StringComparison.Ordinal);
        }

        await WaitForRowsAsync(context => context.DepartmentGroups, rows => rows is [{ NeedsMembers: false }]);
        await TellOfGroupAsync("subteam_updated", it);
        await WaitForRowsAsync(context => context.DepartmentGroups, rows => rows is [{ NeedsMembers: false }]);
        Assert.Single(Workspace.MessagesTo(Sue));
        Assert.Empty(Workspace.MessagesTo(Mark));
    }

    [Fact]
    public async Task A_group_that_nobody_calls_a_department_is_reached_by_thanks_and_moves_nobody()
    {
        await ReadDirectoryAsync();
        var club = Workspace.AddUserGroup("book-club", Sue, Raj);
        await TellOfGroupAsync("subteam_created", Workspace.AddUserGroup("it", Sue));
        await WaitForRowsAsync(context => context.GroupMembers, rows => rows.Count == 1);

        await ThanksAsync($"{club.Mention} for the evening");

        await Workspace.Messages.WaitForMessageAsync(Raj, message => message.Everything.Contains("the evening", StringComparison.Ordinal));
        await Workspace.Messages.WaitForMessageAsync(Sue, message => message.Everything.Contains("the evening", StringComparison.Ordinal));
        Assert.Equal(("it", null), (await DepartmentOfAsync(Sue), await DepartmentOfAsync(Raj)));
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Slack:Departments"] = "it" };

    private Task<SlackReply> TellOfGroupAsync(string type, SlackUserGroup group) =>
        Slack.PostEventAsync(new JsonObject { ["type"] = type, ["subteam"] = SlackEventJson.Of(group) });
}
