using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Reporting, offering and finding help, and the balance between two sides.</summary>
public sealed class TeamsRelateTests : TeamsBotFixture
{
    [Fact]
    public async Task Help_that_is_noted_is_confirmed_with_a_thanks()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.InstallAsync(Sue, General);
        await Teams.SayAsync(Sue, General, "{bot} helped {Mark Weber} with his laptop", mentions: Mark);
        await Tenant.WaitForMessageAsync(message =>
            message.OnlyFor == Sue.Id && message.Everything.Contains("Noted.", StringComparison.Ordinal));
        var claim = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "noted that they helped you"));

        await Teams.ExecuteAsync(Mark, claim, "Thanks!");

        Assert.Contains(await LedgerAsync(), exchange => exchange.Kind is ExchangeKind.Help && exchange.Note == "his laptop");
    }

    [Fact]
    public async Task A_balance_is_for_ones_own_eyes()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
        await Teams.SayAsync(Mark, General, "{bot} relate with {Sue Miller}", mentions: Sue);

        var balance = await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.Everything.Contains("1 thanks", StringComparison.Ordinal)));
        Assert.Equal(Mark.Id, balance.OnlyFor);
    }

    [Fact]
    public async Task What_is_offered_is_found_and_taken_back()
    {
        await Teams.SayAsync(Sue, Tenant.AddPersonal(Sue), "relate offer #excel");
        var offered = await Tenant.WaitForMessageAsync(Tenant.AddPersonal(Sue), "Take back #excel");
        Assert.Contains("relate offer shows what you offer", offered.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("/relate", offered.Everything, StringComparison.Ordinal);

        await Teams.SayAsync(Mark, Personal, "relate who #excel");
        await Tenant.WaitForMessageAsync(Personal, "• <at>Sue Miller</at>");
        await Teams.ExecuteAsync(Sue, offered, "Take back #excel");

        Assert.Empty(await QueryAsync(context => context.Offers));
    }

    [Fact]
    public async Task A_departments_page_is_edited_by_its_head()
    {
        await Teams.SayAsync(Sue, Tenant.AddPersonal(Sue), "help");
        await AddDepartmentAsync();
        await Teams.SayAsync(Sue, Tenant.AddPersonal(Sue), "relate department @it");
        var page = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Tenant.AddPersonal(Sue), "Head: <at>Sue Miller</at>"));
        await Teams.ExecuteAsync(Sue, page, "Edit");
        var form = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Tenant.AddPersonal(Sue), "Input.Text"));

        await Teams.ExecuteAsync(Sue, form, "Save", ("lines", "Send a screenshot."), ("topics", "vpn, laptops"));

        await Teams.SayAsync(Mark, Personal, "relate department @it");
        var read = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Send a screenshot."));
        Assert.Contains("#vpn", read.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Edit", read.Everything, StringComparison.Ordinal);
    }

    private async Task AddDepartmentAsync()
    {
        var sue = (await QueryAsync(context => context.People)).Single(person => person.Name == Sue.Name);
        await Bot.InScopeAsync(sue.OrganisationId, async services =>
        {
            services.GetRequiredService<RelateDbContext>().Departments.Add(
                new Department
                {
                    Id = Guid.CreateVersion7(Time.GetUtcNow()),
                    OrganisationId = sue.OrganisationId,
                    Name = "IT",
                    Handle = "it",
                    HeadId = sue.Id
                });
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }
}
