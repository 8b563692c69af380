using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary><c>/relate me</c>, as Mark reads it.</summary>
public sealed class SlackTieTests : SlackBotFixture
{
    [Fact]
    public async Task Nothing_yet_is_said_kindly() =>
        Assert.Contains("Most people start with: thanks @sue", await MeAsync(Mark), StringComparison.Ordinal);

    [Fact]
    public async Task Close_ties_and_quiet_ones_are_told_apart_and_who_left_is_not_named()
    {
        var (mark, sue, raj, zoe) = await KnownAsync();
        await RecordAsync([
            .. Enumerable.Range(0, 4).SelectMany(week => new[] { Entry(mark, sue, 7 * week), Entry(sue, mark, 7 * week) }),
            .. Enumerable.Range(10, 4).SelectMany(week => new[] { Entry(mark, raj, 7 * week), Entry(raj, mark, 7 * week) }),
            Entry(zoe, mark, 1),
        ]);
        await LeaveAsync(zoe);

        var words = await MeAsync(Mark);

        Assert.Contains("Strongest • @sue , both ways", words, StringComparison.Ordinal);
        Assert.Contains("Going quiet • @raj , usually every week, now silent for 10 weeks", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoë", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_thanks_for_a_help_and_another_tap_changes_nothing()
    {
        var (mark, sue, _, _) = await KnownAsync();
        await RecordAsync([Entry(sue, mark, 2)]);
        var me = (await Slack.PostSlashCommandAsync(Mark, "/relate", "me", General)).Message!;
        Assert.Contains("A word from you would reach them", me.Everything, StringComparison.Ordinal);

        await Task.WhenAll(Slack.ClickAsync(Mark, me, "me.thank"), Slack.ClickAsync(Mark, me, "me.thank"));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("thanks you", StringComparison.Ordinal)));
        await Slack.ClickAsync(Mark, me, "me.thank");

        await RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Everything.Contains("has your thanks already", StringComparison.Ordinal)));
        var thanks = Assert.Single(await QueryAsync(context => context.Exchanges.Where(exchange => exchange.Kind == ExchangeKind.Thanks)));
        Assert.Equal(
            (mark.Id, sue.Id, Visibility.Private, "the old laptop"),
            (thanks.FromPersonId, thanks.ToPersonId, thanks.Visibility, thanks.Note));
        Assert.DoesNotContain("A word from you would reach them", await MeAsync(Mark), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_thanks_for_help_that_somebody_else_received()
    {
        var (mark, sue, _, _) = await KnownAsync();
        await RecordAsync([Entry(sue, mark, 2)]);
        var me = (await Slack.PostSlashCommandAsync(Mark, "/relate", "me", General)).Message!;

        await Slack.ClickAsync(Raj, me, "me.thank");

        await RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(Raj, _ => true));
        Assert.Empty(await QueryAsync(context => context.Exchanges.Where(exchange => exchange.Kind == ExchangeKind.Thanks)));
    }

    [Fact]
    public async Task Both_ways_with_people_of_another_department_is_a_bridge()
    {
        var (mark, sue, raj, _) = await KnownAsync();
        await RecordAsync([Entry(sue, mark, 2), Entry(mark, sue, 1), Entry(raj, mark, 1)]);
        await ChangeAsync(context =>
        {
            foreach (var (person, name) in new[] { (mark, "Sales"), (sue, "IT"), (raj, "Care") })
            {
                var department = new Department { Id = NewId(), OrganisationId = mark.OrganisationId, Name = name, Handle = name };
                context.Departments.Add(department);
                context.People.Find(person.Id)!.DepartmentId = department.Id;
            }
        });

        Assert.Contains("You bridge • IT : help or thanks go both ways", await MeAsync(Mark), StringComparison.Ordinal);
    }

    /// <summary>The words as one line, with accounts by name.</summary>
    private async Task<string> MeAsync(SlackUser user)
    {
        var blocks = (await Slack.PostSlashCommandAsync(user, "/relate", "me", General)).Message!.Blocks;
        return string.Join(' ', Words(blocks).SelectMany(text => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));

        IEnumerable<string> Words(JsonElement node) => node.ValueKind switch
        {
            JsonValueKind.Array => node.EnumerateArray().SelectMany(Words),
            JsonValueKind.Object => node.EnumerateObject().SelectMany(property => property switch
            {
                { Name: "text", Value.ValueKind: JsonValueKind.String } => [property.Value.GetString()!],
                { Name: "user_id" } =>
                    [property.Value.GetString() == Sue.Id ? "@sue" : property.Value.GetString() == Raj.Id ? "@raj" : "@somebody"],
                _ => Words(property.Value),
            }),
            _ => [],
        };
    }

    /// <summary>Everyone has written once; Zoë has no account.</summary>
    private async Task<(Person Mark, Person Sue, Person Raj, Person Zoe)> KnownAsync()
    {
        foreach (var user in new[] { Mark, Sue, Raj })
        {
            await Slack.PostSlashCommandAsync(user, "/relate", "help", General);
        }

        var identities = await QueryAsync(context => context.Identities);
        var people = await PeopleAsync();
        var zoe = new Person { Id = NewId(), OrganisationId = people[0].OrganisationId, Name = "Zoë" };
        await ChangeAsync(context => context.People.Add(zoe));
        return (Of(Mark), Of(Sue), Of(Raj), zoe);

        Person Of(SlackUser user) =>
            people.Single(person => person.Id == identities.Single(identity => identity.ExternalId == user.Id).PersonId);
    }

    private Exchange Entry(Person from, Person to, int daysAgo) => new()
    {
        Id = NewId(),
        OrganisationId = from.OrganisationId,
        ActId = NewId(),
        Kind = ExchangeKind.Help,
        FromPersonId = from.Id,
        ToPersonId = to.Id,
        Note = "the old laptop",
        Values = [],
        Visibility = Visibility.Public, OccurredAt = Time.GetUtcNow().AddDays(-daysAgo), RecordedAt = Time.GetUtcNow(), Source = "test",
    };

    private async Task RecordAsync(Exchange[] entries)
    {
        await Bot.InScopeAsync(entries[0].OrganisationId, async services =>
        {
            entries.ToList().ForEach(services.GetRequiredService<ILedger>().Record);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
        await Bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);
    }

    private Task LeaveAsync(Person person) => ChangeAsync(context => context.People.Find(person.Id)!.IsActive = false);

    private async Task ChangeAsync(Action<RelateDbContext> change) =>
        await Bot.InScopeAsync((await PeopleAsync())[0].OrganisationId, async services =>
    {
        change(services.GetRequiredService<RelateDbContext>());
        await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());
}
