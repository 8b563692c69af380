using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.EndToEnd.Tests.Slack;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Dashboard;

/// <summary>
/// Two departments of six and one of two. In October IT helped =Sales seven times and was thanked once; Sue leads IT, Ana is an
/// administrator. Another organisation has figures of its own in the same database.
/// </summary>
public abstract partial class DashboardFixture : SlackBotFixture
{
    private readonly List<IDisposable> visitors = [];
    private SlackUserGroup it = null!;

    protected SlackUser Ana { get; private set; } = null!;

    protected override void Prepare()
    {
        Ana = Workspace.AddUser("ana", user => user with { RealName = "Ana Lima", IsAdmin = true });
        it = Workspace.AddUserGroup("it", Sue);
    }

    protected override Task EndAsync()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        return base.EndAsync();
    }

    private protected DashboardVisitor NewVisitor()
    {
        var visitor = new DashboardVisitor(Bot.Address);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A signed-in visitor.</summary>
    private protected async Task<DashboardVisitor> EnterAsync(SlackUser by) => await NewVisitor().EnterAsync(await LinkAsync(by));

    /// <summary>The link that the bot answers with.</summary>
    protected async Task<Uri> LinkAsync(SlackUser by) =>
        new(Link().Match((await Slack.PostSlashCommandAsync(by, "/relate", "dashboard", General)).Message!.Blocks.GetRawText()).Value);

    protected async Task<string> AnswerAsync(SlackUser by) =>
        (await Slack.PostSlashCommandAsync(by, "/relate", "dashboard", General)).Message!.Everything;

    protected async Task LastMonthAsync()
    {
        await Slack.PostSlashCommandAsync(Ana, "/relate", $"admin head <!subteam^{it.Id}|@it> {Sue.Mention}", General);
        await ChangeAsync(async context =>
        {
            var own = await context.Departments.SingleAsync();
            var (sales, legal) = (Add(context, own.OrganisationId, "=Sales", 6), Add(context, own.OrganisationId, "Legal", 2));
            AddPeople(context, own, 6);
            Record(context, ExchangeKind.Help, own, sales, 7);
            Record(context, ExchangeKind.Thanks, sales, own, 1);
            Record(context, ExchangeKind.Help, legal, sales, 3);
        });
        await ForeignersAsync();
        await Bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);
    }

    protected async Task ChangeAsync(Func<RelateDbContext, Task> change) =>
        await ChangeAsync(Assert.Single(await QueryAsync(context => context.Workspaces)).OrganisationId, change);

    private async Task ChangeAsync(Guid organisationId, Func<RelateDbContext, Task> change) =>
        await Bot.InScopeAsync(organisationId, async services =>
    {
        await change(services.GetRequiredService<RelateDbContext>());
        await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    private async Task ForeignersAsync()
    {
        var foreign = new Organisation { Id = NewId(), Name = "Foreign", TimeZone = "Etc/UTC" };
        await ChangeAsync(foreign.Id, context =>
        {
            context.Organisations.Add(foreign);
            Record(context, ExchangeKind.Help, Add(context, foreign.Id, "Foreign One", 9), Add(context, foreign.Id, "Foreign Two", 9), 99);
            return Task.CompletedTask;
        });
    }

    private Department Add(RelateDbContext context, Guid organisationId, string name, int people)
    {
        var department = new Department { Id = NewId(), OrganisationId = organisationId, Name = name, Handle = name.ToLowerInvariant() };
        context.Departments.Add(department);
        AddPeople(context, department, people);
        return department;
    }

    private void AddPeople(RelateDbContext context, Department department, int count) =>
        context.People.AddRange(Enumerable.Range(0, count).Select(number =>
        new Person
        {
            Id = NewId(),
            OrganisationId = department.OrganisationId,
            Name = $"{department.Name} {number}",
            DepartmentId = department.Id
        }));

    private void Record(RelateDbContext context, ExchangeKind kind, Department from, Department to, int times)
    {
        foreach (var day in Enumerable.Range(0, times))
        {
            var at = new DateTimeOffset(2026, 10, 12, 9, 0, 0, TimeSpan.Zero).AddMinutes(day);
            var entry = new Exchange
            {
                Id = NewId(),
                OrganisationId = from.OrganisationId,
                ActId = NewId(),
                Kind = kind,
                FromPersonId = NewId(),
                FromDepartmentId = from.Id,
                ToPersonId = NewId(),
                ToDepartmentId = to.Id,
                Note = "a secret", Values = [], Visibility = Visibility.Private, OccurredAt = at, RecordedAt = at, Source = "test",
            };
            context.Exchanges.Add(entry);
            context.UnprojectedExchanges.Add(new UnprojectedExchange { OrganisationId = entry.OrganisationId, ExchangeId = entry.Id });
        }
    }

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    [GeneratedRegex(@"http[^""|>\s]+/dashboard/open/[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
