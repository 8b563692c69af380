using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class LedgerContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task An_entry_is_read_as_it_was_recorded()
    {
        var recorded = NewExchange(NewId());
        await CommitAsync((ILedger ledger) => ledger.Record(recorded));

        var read = Assert.Single(await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(recorded.ActId, default)));

        Assert.Equivalent(recorded, read, strict: true);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("\n  two lines \t and spaces at the end  ")]
    [InlineData("quotes ' \" ` and [brackets] and \\ and %_")]
    [InlineData("für Zoë, 感謝, 👩‍💻👍🏽, עברית")]
    public async Task A_note_is_kept_to_the_letter(string note)
    {
        var recorded = NewExchange(NewId(), note);
        await CommitAsync((ILedger ledger) => ledger.Record(recorded));

        Assert.Equal(note, Assert.Single(await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(recorded.ActId, default))).Note);
    }

    [SkippableTheory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("感")]
    [InlineData("😀")]
    public async Task The_longest_note_fits_whatever_it_is_written_in(string letter)
    {
        var note = string.Concat(Enumerable.Repeat(letter, ThanksLimits.Note / letter.Length));
        var recorded = NewExchange(NewId(), note);
        await CommitAsync((ILedger ledger) => ledger.Record(recorded));

        Assert.Equal(note, Assert.Single(await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(recorded.ActId, default))).Note);
    }

    [SkippableFact]
    public async Task What_no_database_keeps_alike_becomes_a_replacement_character()
    {
        // PostgreSQL refuses NUL, and half a surrogate pair has no form in UTF-8.
        var recorded = NewExchange(NewId(), "a\0b\uD83Dc");
        await CommitAsync((ILedger ledger) => ledger.Record(recorded));

        Assert.Equal(
            "a\uFFFDb\uFFFDc",
            Assert.Single(await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(recorded.ActId, default))).Note);
    }

    [SkippableFact]
    public async Task As_many_values_as_one_act_may_hold_fit()
    {
        var recorded = NewExchange(
            NewId(),
            values: [.. Enumerable.Range(0, ThanksLimits.Values).Select(index => $"{index}{new string('w', 39)}")]);
        await CommitAsync((ILedger ledger) => ledger.Record(recorded));

        Assert.Equal<string>(
            recorded.Values,
            Assert.Single(await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(recorded.ActId, default))).Values);
    }

    [SkippableFact]
    public async Task Times_come_back_in_UTC_to_the_microsecond()
    {
        var zurich = new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2)).AddMicroseconds(123_456);
        var recorded = NewExchange(NewId(), occurredAt: zurich);
        await CommitAsync((ILedger ledger) => ledger.Record(recorded));

        var read = Assert.Single(await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(recorded.ActId, default))).OccurredAt;

        Assert.Equal(zurich, read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [SkippableFact]
    public async Task An_act_is_all_its_entries_corrections_included_and_no_others()
    {
        var giver = NewId();
        var first = NewExchange(giver);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = NewExchange(giver, actId: first.ActId);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var correction = first.CreateCorrection(Clock.GetUtcNow());
        var other = NewExchange(giver);
        await CommitAsync((ILedger ledger) =>
        {
            foreach (var entry in new[] { other, correction, second, first })
            {
                ledger.Record(entry);
            }
        });

        var act = await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(first.ActId, default));

        Assert.Equivalent(new[] { first.Id, second.Id, correction.Id }, act.Select(entry => entry.Id));
        Assert.Equal(first.Id, Assert.Single(act, entry => entry.CorrectsId is not null).CorrectsId);
    }

    [SkippableFact]
    public async Task An_entry_is_taken_back_once()
    {
        var entry = NewExchange(NewId());
        await CommitAsync((ILedger ledger) => ledger.Record(entry));
        await CommitAsync((ILedger ledger) => ledger.Record(entry.CreateCorrection(Clock.GetUtcNow())));

        await Assert.ThrowsAsync<ConflictException>(() =>
            CommitAsync((ILedger ledger) => ledger.Record(entry.CreateCorrection(Clock.GetUtcNow()))));

        Assert.Equal(2, (await AskAsync((ILedger ledger) => ledger.GetActEntriesAsync(entry.ActId, default))).Count);
    }

    [SkippableFact]
    public async Task An_act_is_seconded_once_by_each()
    {
        var actId = NewId();
        var sue = NewId();
        var raj = NewId();
        await CommitAsync((ILedger ledger) => ledger.Record(Seconding(actId, sue)));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await CommitAsync((ILedger ledger) => ledger.Record(Seconding(actId, raj)));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync((ILedger ledger) => ledger.Record(Seconding(actId, sue))));

        var secondings = await AskAsync((ILedger ledger) => ledger.SecondingsAsync(actId, default));
        Assert.Equal([sue, raj], secondings.Select(seconding => seconding.PersonId));
    }

    [SkippableFact]
    public async Task What_somebody_gave_is_read_page_by_page_newest_first_each_act_once_and_nothing_that_was_taken_back()
    {
        var (mark, sameMoment) = (NewId(), Clock.GetUtcNow());
        List<Exchange> entries = [.. Enumerable.Range(0, 7).Select(_ => NewExchange(mark, occurredAt: sameMoment))];
        Clock.Advance(TimeSpan.FromMinutes(1));
        entries.Add(NewExchange(mark));
        entries.Add(NewExchange(mark, actId: entries[^1].ActId));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var takenBack = NewExchange(mark);
        await CommitAsync((ILedger ledger) =>
            entries.Concat([takenBack, takenBack.CreateCorrection(Clock.GetUtcNow()), NewExchange(NewId())]).ToList()
                .ForEach(ledger.Record));

        List<ActPosition> read = [];
        for (IReadOnlyList<ActPosition> page = []; read.Count == 0 || page.Count > 0; read.AddRange(page))
        {
            page = await AskAsync((ILedger ledger) => ledger.LatestGivenAsync(mark, read.Count == 0 ? null : read[^1], 3, default));
            Assert.True(page.Count <= 3);
        }

        Assert.Equal(entries[^1].ActId, read[0].ActId);
        Assert.Equal(entries.Select(entry => entry.ActId).Distinct().Order(), read.Select(place => place.ActId).Order());
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [SkippableFact]
    public async Task What_somebody_received_is_theirs_and_what_their_department_was_thanked_for_in_public()
    {
        var (sue, it, mark) = (NewId(), NewId(), NewId());
        var own = To(sue, null, mark, Visibility.Private);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var asTeam = To(null, it, mark, Visibility.Public);
        await CommitAsync((ILedger ledger) =>
        {
            ledger.Record(own);
            ledger.Record(asTeam);
            ledger.Record(To(null, it, mark, Visibility.Private));
            ledger.Record(To(null, it, sue, Visibility.Public));
            ledger.Record(To(NewId(), it, mark, Visibility.Public));
            ledger.Record(To(null, NewId(), mark, Visibility.Public));
        });

        var first = await AskAsync((ILedger ledger) => ledger.LatestReceivedAsync(sue, it, before: null, 5, default));
        var second = await AskAsync((ILedger ledger) => ledger.LatestReceivedAsync(sue, it, first[0], 5, default));
        var alone = await AskAsync((ILedger ledger) => ledger.LatestReceivedAsync(sue, departmentId: null, before: null, 5, default));

        Assert.Equal([new ActPosition(asTeam.OccurredAt, asTeam.ActId), new ActPosition(own.OccurredAt, own.ActId)], first);
        Assert.Equal(own.ActId, Assert.Single(second).ActId);
        Assert.Equal(own.ActId, Assert.Single(alone).ActId);
    }

    [SkippableFact]
    public async Task Several_acts_are_read_together()
    {
        var (first, second) = (NewExchange(NewId()), NewExchange(NewId()));
        await CommitAsync((ILedger ledger) => new[] { first, second, NewExchange(NewId()) }.ToList().ForEach(ledger.Record));

        var read = await AskAsync((ILedger ledger) => ledger.GetEntriesOfActsAsync([first.ActId, second.ActId, NewId()], default));

        Assert.Equal(new[] { first.Id, second.Id }.Order(), read.Select(entry => entry.Id).Order());
    }

    [SkippableFact]
    public async Task What_somebody_wrote_lately_is_counted_without_corrections()
    {
        var giver = NewId();
        var old = NewExchange(giver);
        Clock.Advance(TimeSpan.FromHours(1));
        var since = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var recent = NewExchange(giver);
        var somebodyElses = NewExchange(NewId());
        await CommitAsync((ILedger ledger) =>
        {
            ledger.Record(old);
            ledger.Record(recent);
            ledger.Record(somebodyElses);
            ledger.Record(recent.CreateCorrection(Clock.GetUtcNow()));
        });

        Assert.Equal(1, await AskAsync((ILedger ledger) => ledger.CountByAsync(giver, since, default)));
    }

    private Exchange To(Guid? person, Guid? department, Guid from, Visibility visibility) => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        ActId = NewId(),
        Kind = ExchangeKind.Thanks,
        FromPersonId = from,
        ToPersonId = person,
        ToDepartmentId = department,
        Note = "",
        Values = [],
        Visibility = visibility,
        OccurredAt = Clock.GetUtcNow(),
        RecordedAt = Clock.GetUtcNow(),
        Source = "test",
    };

    private Seconding Seconding(Guid actId, Guid personId) =>
        new() { OrganisationId = Organisation.Id, ActId = actId, PersonId = personId, At = Clock.GetUtcNow() };

    public sealed class On_SQLite(SqliteDatabase database) : LedgerContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : LedgerContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : LedgerContract(database), IClassFixture<SqlServerDatabase>;
}
