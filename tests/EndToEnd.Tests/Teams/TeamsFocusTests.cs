namespace RelateBot.EndToEnd.Tests.Teams;

public sealed class TeamsFocusTests : TeamsBotFixture
{
    [Fact]
    public async Task A_card_takes_somebody_in_and_even_in_a_channel_only_its_owner_reads_the_five()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Mark, Personal, "relate five");
        await Teams.SubmitAsync(Mark, await Tenant.WaitForMessageAsync(Personal, "Who would you like to know better"), "Choose somebody");
        var form = await Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users");
        await Teams.SubmitAsync(
            Mark,
            form,
            "Save",
            inputs: [("person", Sue.AadObjectId), ("cadence", "Weekly"), ("note", "ask about the garden")]);
        var page = await Tenant.WaitForMessageAsync(message => message.Id == form.Id && message.IsEdited);
        Assert.Contains("Sue Miller is one of your five now", page.Everything, StringComparison.Ordinal);
        Assert.Contains("ask about the garden", page.Everything, StringComparison.Ordinal);

        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} relate five");

        var there = await Tenant.WaitForMessageAsync(message => message.OnlyFor == Mark.Id);
        Assert.Contains("Sue Miller", there.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>Sue", there.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("garden", await DatabaseFileAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Tenant.Messages, message => message.Conversation == $"a:1personal-{Sue.AadObjectId}");
    }
}
