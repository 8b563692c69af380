using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>
/// Coffees in Teams, where a bot can't create a chat for two. Each person gets a message with a link to the chat. The first round is on
/// Tuesday, 24 November.
/// </summary>
public sealed class TeamsCoffeeTests : TeamsBotFixture
{
    private static readonly TimeSpan toTuesdayAtTen = new(6, 0, 0, 0);

    [Fact]
    public async Task Two_who_joined_are_each_told_with_the_way_into_a_chat_and_asked_a_week_later()
    {
        await JoinAsync(Mark, Sue);

        Time.Advance(toTuesdayAtTen);
        var toMark = await CardAsync(Mark, "To begin with");
        var toSue = await CardAsync(Sue, "To begin with");
        Assert.Contains(
            $"https://teams.microsoft.com/l/chat/0/0?tenantId={Tenant.Id}&users=sue-miller%40example.com",
            AddressOn(toMark),
            StringComparison.Ordinal);
        Assert.Contains("users=mark-weber%40example.com", AddressOn(toSue), StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromDays(7));
        await Teams.ExecuteAsync(Sue, await CardAsync(Sue, "Did you meet?"), "We met");
        await Teams.SayAsync(Mark, Personal, "relate coffee");

        await CardAsync(Mark, "You have had one so far.");
    }

    [Fact]
    public async Task Whose_address_is_unknown_is_met_without_a_link()
    {
        Tenant.Change(Sue with { Email = null! });
        await JoinAsync(Mark, Sue);

        Time.Advance(toTuesdayAtTen);
        var toMark = await CardAsync(Mark, "To begin with");

        Assert.DoesNotContain("/l/chat/", toMark.Everything, StringComparison.Ordinal);
        Assert.Contains("Sue Miller", toMark.Everything, StringComparison.Ordinal);
    }

    private async Task JoinAsync(params TeamsUser[] users)
    {
        await Teams.InstallAsync(Mark, General);
        foreach (var user in users)
        {
            var chat = Tenant.AddPersonal(user);
            await Teams.InstallAsync(user, chat);
            await Teams.SayAsync(user, chat, "relate coffee join every 2 weeks");
            await CardAsync(user, "The next round is on Tuesday, 24 November 2026");
        }

        // Who they are comes with the roster.
        await WaitForRowsAsync(
            context => context.Identities.Where(identity => !identity.NeedsProfile),
            rows => rows.Count >= users.Length,
            clockRuns: true);
    }

    private Task<TeamsMessage> CardAsync(TeamsUser user, string saying) =>
        RunClockUntilAsync(Tenant.WaitForMessageAsync(Tenant.AddPersonal(user), saying));

    private static string AddressOn(TeamsMessage card) => card.Everything.Replace("\\u0026", "&", StringComparison.Ordinal);
}
