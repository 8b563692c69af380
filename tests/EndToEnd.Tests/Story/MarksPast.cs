using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>Mark's history of three years: thirteen asks of IT, twelve answered by Sue, and one thank-you.</summary>
internal sealed class MarksPast(IStoryPlatform stage)
{
    public static readonly ImmutableArray<string> HowToHelp =
        ["Clear your server space before you call.", "Send a screenshot.", "Ask us before you install something."];

    // Two calls this month, the others long before.
    private static readonly ImmutableArray<int> daysAgo = [3, 10, 120, 200, 260, 330, 400, 500, 620, 750, 900, 1_050];

    public async Task WriteAsync()
    {
        var workspace = await InScopeAsync(Guid.Empty, context => context.Workspaces.IgnoreQueryFilters().AsNoTracking().SingleAsync());
        await InScopeAsync(workspace.OrganisationId, async context =>
        {
            var mark = Settle(await context.People.SingleAsync(person => person.Name == MarksStory.Mark), Add(context, workspace, "Sales"));
            var it = Add(context, workspace, "IT");
            it.HelpChannel = IStoryPlatform.HelpChannel;
            it.SayHowToHelp(HowToHelp, stage.Time.GetUtcNow());
            var sue = Settle(await context.People.SingleAsync(person => person.Name == MarksStory.Sue), it);

            foreach (var at in daysAgo.Select(days => stage.Time.GetUtcNow().AddDays(-days)))
            {
                var help = Entry(ExchangeKind.Help, sue, mark, at);
                var ask = Ask(workspace, mark, it, at.AddHours(-2));
                ask.Take(at.AddHours(-1));
                ask.Close(AskState.Solved, at, help.ActId);
                context.Add(ask);
                context.Add(new AskHelper
                {
                    OrganisationId = workspace.OrganisationId,
                    AskId = ask.Id,
                    PersonId = sue.Id,
                    DepartmentId = it.Id,
                    TakenAt = at.AddHours(-1)
                });
                context.Add(help);
            }

            var unanswered = Ask(workspace, mark, it, stage.Time.GetUtcNow().AddDays(-45));
            unanswered.Close(AskState.Expired, unanswered.AskedAt.AddDays(14));
            context.Add(unanswered);
            context.Add(Entry(ExchangeKind.Thanks, mark, sue, stage.Time.GetUtcNow().AddDays(-500)));
            return true;
        });
    }

    private static Person Settle(Person person, Department department)
    {
        (person.DepartmentId, person.TimeZone, person.SetByHand) = (
            department.Id,
            "Europe/Berlin",
            PersonFields.Department | PersonFields.TimeZone);
        return person;
    }

    private Department Add(RelateDbContext context, Workspace workspace, string name)
    {
        var department = new Department
        {
            Id = NewId(),
            OrganisationId = workspace.OrganisationId,
            Name = name,
            Handle = name.ToLowerInvariant()
        };
        context.Add(department);
        return department;
    }

    private Ask Ask(Workspace workspace, Person asker, Department of, DateTimeOffset at) => new()
    {
        Id = NewId(),
        OrganisationId = workspace.OrganisationId,
        WorkspaceId = workspace.Id,
        AskerId = asker.Id,
        AskerDepartmentId = asker.DepartmentId,
        DepartmentId = of.Id, Text = "my laptop freezes", IsPublic = true, AskedAt = at, Source = workspace.Platform,
    };

    private Exchange Entry(ExchangeKind kind, Person from, Person to, DateTimeOffset at) => new()
    {
        Id = NewId(),
        OrganisationId = from.OrganisationId,
        ActId = NewId(),
        Kind = kind,
        FromPersonId = from.Id,
        FromDepartmentId = from.DepartmentId,
        ToPersonId = to.Id,
        ToDepartmentId = to.DepartmentId,
        Note = "the laptop",
        Values = [],
        Visibility = Visibility.Public,
        OccurredAt = at,
        RecordedAt = at,
        Source = "test",
    };

    private Guid NewId() => Guid.CreateVersion7(stage.Time.GetUtcNow());

    private Task<T> InScopeAsync<T>(Guid organisationId, Func<RelateDbContext, Task<T>> work) =>
        stage.Bot.InScopeAsync(organisationId, async services =>
    {
        var result = await work(services.GetRequiredService<RelateDbContext>());
        await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return result;
    });
}
