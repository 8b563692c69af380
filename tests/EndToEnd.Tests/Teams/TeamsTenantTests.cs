
namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Two tenants share a bot but not their people.</summary>
public sealed class TeamsTenantTests : TeamsBotFixture
{
    private const string Other = "99999999-0000-4000-8000-000000000000";

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Teams:AllowedTenants"] = $"{Tenant.Id}, {Other}" };

    [Fact]
    public async Task Each_tenant_is_an_organisation_of_its_own()
    {
        await Teams.SayAsync(Mark, Personal, "help");
        await Teams.PostAsync(Teams.Activity("message", Mark, Personal) with { Text = "help", TenantId = Other });

        var workspaces = await QueryAsync(context => context.Workspaces);
        Assert.Equal([Tenant.Id, Other], workspaces.Select(workspace => workspace.ExternalId).Order(StringComparer.Ordinal));
        Assert.Equal(2, workspaces.Select(workspace => workspace.OrganisationId).Distinct().Count());
        Assert.Equal(2, (await QueryAsync(context => context.People)).Select(person => person.OrganisationId).Distinct().Count());
    }
}
