using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.Infrastructure.Roster;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class FocusStoreContract(TestDatabase database) : StoreContract(database)
{
    private readonly List<Person> people = [];
    private Person mark = null!;
    private Person sue = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        mark = await AddPersonAsync("Mark");
        sue = await AddPersonAsync("Sue");
    }

    [SkippableFact]
    public async Task A_five_is_read_by_place_and_only_for_its_owner()
    {
        await AddAsync(NewEntry(mark, sue, place: 2), NewEntry(mark, await AddPersonAsync("Raj"), place: 1), NewEntry(sue, mark, place: 1));

        Assert.Equal(["Raj", "Sue"], (await FiveAsync(mark)).Select(entry => people.Single(person => person.Id == entry.PersonId).Name));
    }

    [SkippableFact]
    public async Task What_the_same_command_added_and_removed_is_seen_in_it()
    {
        await AddAsync(NewEntry(mark, sue, place: 1));
        var added = NewEntry(mark, await AddPersonAsync("Raj"), place: 2);

        await CommitAsync(async (IFocusStore focus) =>
        {
            focus.Remove(Assert.Single(await focus.GetByOwnerAsync(mark.Id, default)));
            focus.Add(added);
            Assert.Equal(added.Id, Assert.Single(await focus.GetByOwnerAsync(mark.Id, default)).Id);
        });

        Assert.Equal(added.Id, Assert.Single(await FiveAsync(mark)).Id);
    }

    [SkippableFact]
    public async Task A_sixth_and_the_same_one_twice_are_conflicts()
    {
        await AddAsync(NewEntry(mark, sue, place: 1));

        await Assert.ThrowsAsync<ConflictException>(async () => await AddAsync(NewEntry(mark, await AddPersonAsync("Raj"), place: 1)));
        await Assert.ThrowsAsync<ConflictException>(() => AddAsync(NewEntry(mark, sue, place: 2)));
    }

    [SkippableFact]
    public async Task The_last_exchange_is_the_newest_either_way_that_stands()
    {
        Assert.Null(await LastAsync());
        var given = Entry(mark, sue, hours: 1);
        var received = Entry(sue, mark, hours: 2);
        await RecordAsync(given, received, Entry(sue, await AddPersonAsync("Raj"), hours: 5));
        Assert.Equal(received.Id, (await LastAsync())!.Id);

        await RecordAsync(received.CreateCorrection(Clock.GetUtcNow()));

        Assert.Equal(given.Id, (await LastAsync())!.Id);
    }

    [SkippableFact]
    public async Task Projecting_moves_the_cadence_of_both_and_taking_back_moves_it_back_also_after_starting_over()
    {
        await AddAsync(NewEntry(mark, sue, place: 1), NewEntry(sue, mark, place: 1));
        var exchange = Entry(sue, mark, hours: 48);
        await RecordAsync(exchange);
        await ProjectAsync();

        foreach (var owner in new[] { mark, sue })
        {
            Assert.Equal(
                (exchange.OccurredAt, exchange.OccurredAt.AddDays(7)),
                (await OnlyOfAsync(owner)) is var entry ? (entry.ExchangedAt!.Value, entry.DueAt) : default);
        }

        await Store.Services.GetRequiredService<Projector>().ResetAsync(default);
        await ProjectAsync();
        Assert.Equal(exchange.OccurredAt, (await OnlyOfAsync(mark)).ExchangedAt);

        await RecordAsync(exchange.CreateCorrection(Clock.GetUtcNow()));
        await ProjectAsync();
        Assert.Null((await OnlyOfAsync(mark)).ExchangedAt);
    }

    [SkippableFact]
    public async Task Somebody_elses_exchange_and_thanks_to_a_department_move_nothing()
    {
        await AddAsync(NewEntry(mark, sue, place: 1));
        var version = (await OnlyOfAsync(mark)).Version;

        await RecordAsync(
            Entry(mark, await AddPersonAsync("Raj"), hours: 1),
            Entry(sue, people[^1], hours: 1),
            Entry(mark, to: null, hours: 1));
        await ProjectAsync();

        Assert.Equal(version, (await OnlyOfAsync(mark)).Version);
    }

    [SkippableFact]
    public async Task Those_due_come_page_by_page_the_longest_due_first_each_once()
    {
        List<FocusPerson> entries = [];
        for (var number = 0; number < 12; number++)
        {
            // Every third is due at the same moment as the one before.
            Clock.Advance(TimeSpan.FromHours(number % 3 == 0 ? 0 : 1));
            entries.Add(NewEntry(await AddPersonAsync($"Owner {number}"), sue, place: 1));
        }

        await AddAsync([.. entries]);
        var before = entries[9].DueAt;

        List<DueFocusPerson> found = [];
        while (await AskAsync((IFocusStore focus) => focus.DueAsync(before, found.LastOrDefault(), limit: 3, default))
            is { Count: > 0 } page)
        {
            Assert.InRange(page.Count, 1, 3);
            found.AddRange(page);
        }

        Assert.Equal(entries.Where(entry => entry.DueAt <= before).Select(entry => entry.Id).Order(), found.Select(due => due.Id).Order());
        Assert.Equal(found.Select(due => due.DueAt).Order(), found.Select(due => due.DueAt));
        Assert.Equal(entries.Count, entries.Select(entry => entry.OwnerId).Distinct().Count());
    }

    [SkippableFact]
    public async Task Nobody_is_due_who_has_left_nor_with_anybody_who_has()
    {
        var (gone, program) = (await AddPersonAsync("Gone"), await AddPersonAsync("Program"));
        await AddAsync(
            NewEntry(mark, gone, place: 1),
            NewEntry(mark, program, place: 2),
            NewEntry(gone, mark, place: 1),
            NewEntry(sue, mark, place: 1));
        await CommitAsync(async (RelateDbContext context) =>
        {
            (await context.People.FirstAsync(person => person.Id == gone.Id)).IsActive = false;
            (await context.People.FirstAsync(person => person.Id == program.Id)).Kind = PersonKind.Bot;
        });

        var due = await AskAsync((IFocusStore focus) => focus.DueAsync(Clock.GetUtcNow().AddYears(1), after: null, limit: 10, default));

        Assert.Equal(sue.Id, Assert.Single(due).OwnerId);
    }

    [SkippableFact]
    public async Task Two_hosts_that_write_the_same_one_do_not_both_win()
    {
        await AddAsync(NewEntry(mark, sue, place: 1));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (IFocusStore focus) =>
        {
            Assert.Single(await focus.GetByOwnerAsync(mark.Id, default)).Talk(0, Clock.GetUtcNow());
            await CommitAsync(async (IFocusStore other) =>
                Assert.Single(await other.GetByOwnerAsync(mark.Id, default)).Talk(0, Clock.GetUtcNow()));
        }));

        Assert.Equal(2, (await OnlyOfAsync(mark)).Step);
    }

    [SkippableFact]
    public async Task Two_people_who_turn_out_to_be_one_keep_every_five_without_the_same_one_twice_or_oneself()
    {
        var (known, raj) = (await AddPersonAsync("Ana", person => person.Email = "ana@example.com"), await AddPersonAsync("Raj"));
        var hasty = await AddPersonAsync("ana");
        await CommitAsync((RelateDbContext context) => context.Identities.Add(new Identity
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            PersonId = hasty.Id,
            ExternalId = "U1",
            NeedsProfile = true,
        }));
        await AddAsync(
            NewEntry(mark, hasty, place: 1), NewEntry(sue, hasty, place: 1), NewEntry(sue, known, place: 2), NewEntry(known, raj, place: 1),
            NewEntry(hasty, raj, place: 1), NewEntry(hasty, known, place: 2), NewEntry(hasty, mark, place: 3));

        await CommitAsync((AccountProfileImporter importer) =>
            importer.ImportAsync(Workspace, [new AccountProfile { ExternalId = "U1", Name = "Ana", Email = "ana@example.com" }], default));

        Assert.Equal(known.Id, (await OnlyOfAsync(mark)).PersonId);
        Assert.Equal(known.Id, (await OnlyOfAsync(sue)).PersonId);
        Assert.Equal([(raj.Id, 1), (mark.Id, 2)], (await FiveAsync(known)).Select(entry => (entry.PersonId, entry.Place)));
        Assert.Empty(await FiveAsync(hasty));
    }

    private async Task<Person> AddPersonAsync(string name, Action<Person>? change = null)
    {
        var person = NewPerson(name);
        change?.Invoke(person);
        people.Add(person);
        await CommitAsync((RelateDbContext context) => context.People.Add(person));
        return person;
    }

    private Task AddAsync(params FocusPerson[] entries) => CommitAsync((IFocusStore focus) => entries.ToList().ForEach(focus.Add));

    private Task RecordAsync(params Exchange[] entries) => CommitAsync((ILedger ledger) => entries.ToList().ForEach(ledger.Record));

    private Task ProjectAsync() => Store.Services.GetRequiredService<Projector>().DrainAsync(null, default);

    private Task<Exchange?> LastAsync() => AskAsync((IFocusStore focus) => focus.LastExchangeAsync(mark.Id, sue.Id, default));

    private Task<IReadOnlyList<FocusPerson>> FiveAsync(Person owner) =>
        AskAsync((IFocusStore focus) => focus.GetByOwnerAsync(owner.Id, default));

    private async Task<FocusPerson> OnlyOfAsync(Person owner) => Assert.Single(await FiveAsync(owner));

    private FocusPerson NewEntry(Person owner, Person person, int place)
    {
        var entry = new FocusPerson
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            OwnerId = owner.Id,
            PersonId = person.Id,
            Place = place,
            Cadence = Cadence.Weekly,
            AddedAt = Clock.GetUtcNow(),
        };
        entry.Plan();
        return entry;
    }

    private Exchange Entry(Person from, Person? to, int hours) => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        ActId = NewId(),
        Kind = ExchangeKind.Thanks,
        FromPersonId = from.Id,
        ToPersonId = to?.Id,
        ToDepartmentId = to is null ? NewId() : null,
        Note = "",
        Values = [],
        Visibility = Visibility.Private,
        OccurredAt = Clock.GetUtcNow().AddHours(hours),
        RecordedAt = Clock.GetUtcNow(),
        Source = "test",
    };

    public sealed class On_SQLite(SqliteDatabase database) : FocusStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : FocusStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : FocusStoreContract(database), IClassFixture<SqlServerDatabase>;
}
