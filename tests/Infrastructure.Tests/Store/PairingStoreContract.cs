using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class PairingStoreContract(TestDatabase database) : StoreContract(database)
{
    private static readonly DateOnly tuesday = new(2026, 11, 17);
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);

    [SkippableFact]
    public async Task Whoever_takes_part_and_can_be_reached_is_found()
    {
        await JoinAsync("Sue", "Raj", "Gone");
        await CommitAsync((RelateDbContext context) => context.People.Find(people["Gone"].Id)!.IsActive = false);

        var participants = await AskAsync((IPairingStore pairings) => pairings.ParticipantsAsync(default));

        Assert.Equal(["Raj", "Sue"], participants.Select(participant => participant.Person.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            PairingMember.DefaultWeeksBetweenRounds,
            (await AskAsync((IPairingStore pairings) => pairings.MemberAsync(people["Sue"].Id, default)))?.EveryWeeks);
        Assert.Null(await AskAsync((IPairingStore pairings) => pairings.MemberAsync(NewId(), default)));
    }

    [SkippableFact]
    public async Task A_list_is_found_by_its_author_and_holds_for_both()
    {
        await JoinAsync("Sue", "Raj", "Mark");
        var (sue, raj, mark) = (people["Sue"].Id, people["Raj"].Id, people["Mark"].Id);
        await CommitAsync((IPairingStore pairings) =>
            pairings.Add(new PairingAvoidance { OrganisationId = Organisation.Id, PersonId = sue, AvoidedId = raj }));

        Assert.Equal(raj, Assert.Single(await AskAsync((IPairingStore pairings) => pairings.AvoidedByAsync(sue, default))).AvoidedId);
        Assert.Empty(await AskAsync((IPairingStore pairings) => pairings.AvoidedByAsync(raj, default)));
        Assert.Equal([(sue, raj)], await AskAsync((IPairingStore pairings) => pairings.AvoidancesAsync(default)));
        Assert.True(await AskAsync((IPairingStore pairings) => pairings.AvoidEachOtherAsync([raj, mark, sue], default)));
        Assert.False(await AskAsync((IPairingStore pairings) => pairings.AvoidEachOtherAsync([mark, sue], default)));
    }

    [SkippableFact]
    public async Task What_a_command_changes_of_a_list_counts_at_once()
    {
        var raj = NewId();
        await JoinAsync("Sue");
        await CommitAsync(async (IPairingStore pairings) =>
        {
            pairings.Add(new PairingAvoidance { OrganisationId = Organisation.Id, PersonId = people["Sue"].Id, AvoidedId = raj });
            var listed = Assert.Single(await pairings.AvoidedByAsync(people["Sue"].Id, default));
            pairings.Remove(listed);
            Assert.Empty(await pairings.AvoidedByAsync(people["Sue"].Id, default));
        });

        Assert.Empty(await AskAsync((IPairingStore pairings) => pairings.AvoidancesAsync(default)));
    }

    [SkippableFact]
    public async Task A_group_is_found_with_its_people_and_their_wishes()
    {
        await JoinAsync("Sue", "Raj");
        var group = await PlanAsync(tuesday, "Sue", "Raj");
        await CommitAsync(async (IPairingStore pairings) => pairings.Remove((await pairings.MemberAsync(people["Raj"].Id, default))!));

        var details = await AskAsync((IPairingStore pairings) => pairings.FindAsync(group.Id, default));

        Assert.Equal(["Raj", "Sue"], details!.Attendees.Select(sitter => sitter.Person.Name));
        Assert.Equal([false, true], details.Attendees.Select(sitter => sitter.Member is not null));
        Assert.Null(await AskAsync((IPairingStore pairings) => pairings.FindAsync(NewId(), default)));
    }

    [SkippableFact]
    public async Task Rounds_and_pairs_are_remembered()
    {
        await JoinAsync("Sue", "Raj", "Mark");
        var (sue, raj, mark) = (people["Sue"].Id, people["Raj"].Id, people["Mark"].Id);
        await PlanAsync(tuesday, "Sue", "Raj");
        await PlanAsync(tuesday.AddDays(7), "Sue", "Raj", "Mark");

        Assert.True(await AskAsync((IPairingStore pairings) => pairings.IsPlannedAsync(tuesday, default)));
        Assert.False(await AskAsync((IPairingStore pairings) => pairings.IsPlannedAsync(tuesday.AddDays(14), default)));
        Assert.Equal(tuesday.AddDays(7), await AskAsync((IPairingStore pairings) => pairings.LastRoundAsync(sue, default)));
        Assert.Null(await AskAsync((IPairingStore pairings) => pairings.LastRoundAsync(NewId(), default)));
        Assert.Equal(3, (await AskAsync((IPairingStore pairings) => pairings.LastRoundsAsync(default))).Count);
        Assert.Equal(3, Pairs(await AskAsync((IPairingStore pairings) => pairings.PairsAfterAsync(tuesday, default))).Count);
        Assert.Equal(
            [Pair(sue, raj)],
            Pairs(await AskAsync((IPairingStore pairings) => pairings.PairsAfterAsync(tuesday.AddDays(-1), default))).Except([
                Pair(sue, mark),
                Pair(raj, mark)
            ]));
        Assert.Empty(await AskAsync((IPairingStore pairings) => pairings.PairsAfterAsync(tuesday.AddDays(7), default)));
    }

    [SkippableFact]
    public async Task The_last_group_that_somebody_was_told_of_is_found()
    {
        await JoinAsync("Sue", "Raj");
        var told = await PlanAsync(tuesday, "Sue", "Raj");
        var planned = await PlanAsync(tuesday.AddDays(7), "Sue", "Raj");
        await CommitAsync(async (IPairingStore pairings) =>
            (await pairings.FindAsync(planned.Id, default))!.Attendees[0].Seat.Plan(PairingStep.Tell, Clock.GetUtcNow()));

        Assert.Equal(told.Id, (await AskAsync((IPairingStore pairings) => pairings.LastToldAsync(people["Raj"].Id, default)))!.Group.Id);
        Assert.Equal(planned.Id, (await AskAsync((IPairingStore pairings) => pairings.LastToldAsync(people["Sue"].Id, default)))!.Group.Id);
        Assert.Null(await AskAsync((IPairingStore pairings) => pairings.LastToldAsync(NewId(), default)));
    }

    [SkippableFact]
    public async Task Only_coffees_that_took_place_are_counted()
    {
        await JoinAsync("Sue", "Raj");
        var met = await PlanAsync(tuesday, "Sue", "Raj");
        await PlanAsync(tuesday.AddDays(7), "Sue", "Raj");
        await CommitAsync(async (IPairingStore pairings) =>
            (await pairings.FindAsync(met.Id, default))!.Group.Settle(hasMet: true, Clock.GetUtcNow()));

        Assert.Equal(1, await AskAsync((IPairingStore pairings) => pairings.MetAsync(people["Sue"].Id, default)));
    }

    [SkippableFact]
    public async Task Of_two_hosts_that_plan_a_round_at_once_one_does()
    {
        await JoinAsync("Sue", "Raj");
        await PlanAsync(tuesday, "Sue", "Raj");

        await Assert.ThrowsAsync<ConflictException>(() => PlanAsync(tuesday, "Sue", "Raj"));
        Assert.Single(await AskAsync((IPairingStore pairings) => pairings.PairsAfterAsync(tuesday.AddDays(-1), default)));
    }

    [SkippableFact]
    public async Task Nobody_is_in_two_groups_of_a_round()
    {
        await JoinAsync("Sue", "Raj", "Mark");
        await PlanAsync(tuesday, "Sue", "Raj");

        await Assert.ThrowsAsync<ConflictException>(() =>
            CommitAsync((IPairingStore pairings) => AddGroup(pairings, tuesday, "Sue", "Mark")));
    }

    [SkippableFact]
    public async Task Of_two_hosts_that_tell_a_group_at_once_one_does()
    {
        await JoinAsync("Sue", "Raj");
        var group = await PlanAsync(tuesday, "Sue", "Raj");

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (IPairingStore pairings) =>
        {
            (await pairings.FindAsync(group.Id, default))!.Group.Touch();
            await CommitAsync(async (IPairingStore other) => (await other.FindAsync(group.Id, default))!.Group.Touch());
        }));
    }

    [SkippableFact]
    public async Task A_place_moves_to_another_group_within_one_transaction()
    {
        await JoinAsync("Sue", "Raj");
        var group = await PlanAsync(tuesday, "Sue", "Raj");

        await CommitAsync(async (IPairingStore pairings) =>
        {
            var details = await pairings.FindAsync(group.Id, default);
            pairings.Remove(details!.Attendees[0].Seat);
            AddGroup(pairings, tuesday, details.Attendees[0].Person.Name);
        });

        Assert.Single((await AskAsync((IPairingStore pairings) => pairings.FindAsync(group.Id, default)))!.Attendees);
        Assert.Equal(2, (await AskAsync((IPairingStore pairings) => pairings.LastRoundsAsync(default))).Count);
    }

    private static HashSet<(Guid, Guid)> Pairs(IEnumerable<(Guid One, Guid Other)> pairs) =>
        [.. pairs.Select(pair => Pair(pair.One, pair.Other))];

    private static (Guid, Guid) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private Task JoinAsync(params string[] names) => CommitAsync((RelateDbContext context) =>
    {
        foreach (var name in names)
        {
            context.People.Add(people[name] = NewPerson(name));
            context.PairingMembers.Add(new PairingMember
            {
                OrganisationId = Organisation.Id,
                PersonId = people[name].Id,
                WorkspaceId = Workspace.Id,
                JoinedAt = Clock.GetUtcNow()
            });
        }
    });

    private async Task<PairingGroup> PlanAsync(DateOnly round, params string[] names)
    {
        PairingGroup group = null!;
        await CommitAsync((IPairingStore pairings) =>
        {
            pairings.Add(new PairingRound { OrganisationId = Organisation.Id, Day = round, PlannedAt = Clock.GetUtcNow() });
            group = AddGroup(pairings, round, names);
        });
        return group;
    }

    private PairingGroup AddGroup(IPairingStore pairings, DateOnly round, params string[] names)
    {
        var group = new PairingGroup { Id = NewId(), OrganisationId = Organisation.Id, Round = round, IsRepeat = false };
        pairings.Add(group);
        foreach (var name in names)
        {
            pairings.Add(
                new PairingSeat { OrganisationId = Organisation.Id, GroupId = group.Id, PersonId = people[name].Id, Round = round });
        }

        return group;
    }

    public sealed class On_SQLite(SqliteDatabase database) : PairingStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : PairingStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : PairingStoreContract(database), IClassFixture<SqlServerDatabase>;
}
