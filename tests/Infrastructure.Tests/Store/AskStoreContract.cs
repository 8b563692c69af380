using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class AskStoreContract(TestDatabase database) : StoreContract(database)
{
    private readonly Guid mark = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    [SkippableFact]
    public async Task An_ask_is_read_as_it_was_written()
    {
        var ask = NewAsk("my laptop freezes — again, 感謝");
        await CommitAsync((IAskStore asks) => asks.Add(ask));

        Assert.Equivalent(ask, await AskAsync((IAskStore asks) => asks.FindAsync(ask.Id, default)), strict: true);
        Assert.Null(await AskAsync((IAskStore asks) => asks.FindAsync(NewId(), default)));
    }

    [SkippableFact]
    public async Task The_longest_text_fits_whatever_it_is_written_in()
    {
        var ask = NewAsk(string.Concat(Enumerable.Repeat("感", Ask.LongestText)));
        await CommitAsync((IAskStore asks) => asks.Add(ask));

        Assert.Equal(ask.Text, (await AskAsync((IAskStore asks) => asks.FindAsync(ask.Id, default)))!.Text);
    }

    [SkippableFact]
    public async Task Helpers_are_read_in_the_order_in_which_they_took_it_with_what_the_command_itself_changed()
    {
        var (ask, first, second, third) = (NewAsk("x"), NewId(), NewId(), NewId());
        await CommitAsync((IAskStore asks) =>
        {
            asks.Add(ask);
            asks.Add(NewHelper(ask, second, minutes: 2));
            asks.Add(NewHelper(ask, first, minutes: 1));
        });

        await CommitAsync(async (IAskStore asks) =>
        {
            asks.Add(NewHelper(ask, third, minutes: 3));
            asks.Remove((await asks.HelpersAsync(ask.Id, default))[0]);
            Assert.Equal([second, third], (await asks.HelpersAsync(ask.Id, default)).Select(helper => helper.PersonId));
        });

        Assert.Equal(
            [second, third],
            (await AskAsync((IAskStore asks) => asks.HelpersAsync(ask.Id, default))).Select(helper => helper.PersonId));
    }

    [SkippableFact]
    public async Task Nobody_takes_the_same_ask_twice()
    {
        var (ask, sue) = (NewAsk("x"), NewId());
        await CommitAsync((IAskStore asks) =>
        {
            asks.Add(ask);
            asks.Add(NewHelper(ask, sue));
        });

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync((IAskStore asks) => asks.Add(NewHelper(ask, sue))));
    }

    [SkippableFact]
    public async Task A_change_to_what_somebody_else_changed_first_is_a_conflict()
    {
        var ask = NewAsk("x");
        await CommitAsync((IAskStore asks) => asks.Add(ask));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (IAskStore slow) =>
        {
            var read = (await slow.FindAsync(ask.Id, default))!;
            await CommitAsync(async (IAskStore fast) =>
                (await fast.FindAsync(ask.Id, default))!.Close(AskState.Withdrawn, Clock.GetUtcNow()));
            read.Take(Clock.GetUtcNow());
        }));

        Assert.Equal(AskState.Withdrawn, (await AskAsync((IAskStore asks) => asks.FindAsync(ask.Id, default)))!.State);
    }

    [SkippableFact]
    public async Task What_is_alive_and_what_somebody_helps_with_come_newest_first()
    {
        var sue = NewId();
        Ask[] written = [
            NewAsk("open"),
            NewAsk("taken"),
            NewAsk("solved"),
            NewAsk("withdrawn"),
            NewAsk("expired"),
            NewAsk("taken later"),
            NewAsk("somebody else's", askerId: NewId())
        ];
        foreach (var taken in new[] { written[1], written[5], written[6] })
        {
            taken.Take(Clock.GetUtcNow());
        }

        written[2].Close(AskState.Solved, Clock.GetUtcNow());
        written[3].Close(AskState.Withdrawn, Clock.GetUtcNow());
        written[4].Close(AskState.Expired, Clock.GetUtcNow());
        await CommitAsync((IAskStore asks) =>
        {
            foreach (var ask in written)
            {
                asks.Add(ask);
                asks.Add(NewHelper(ask, ask == written[5] ? NewId() : sue));
            }
        });

        Assert.Equal(
            ["taken later", "taken", "open"],
            (await AskAsync((IAskStore asks) => asks.GetActiveByAskerAsync(mark, default))).Select(ask => ask.Text));
        Assert.Equal(
            ["somebody else's", "taken"],
            (await AskAsync((IAskStore asks) => asks.GetTakenByHelperAsync(sue, default))).Select(ask => ask.Text));
    }

    // Each a second later than the one before, so that the order of their ids is known.
    private Ask NewAsk(string text, Guid? askerId = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return new Ask
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            AskerId = askerId ?? mark,
            AskerDepartmentId = NewId(),
            Text = text,
            DepartmentId = NewId(),
            Topic = "excel", IsPublic = true, NeededBy = new DateOnly(2026, 12, 1), AskedAt = Clock.GetUtcNow(), Source = "test",
        };
    }

    private AskHelper NewHelper(Ask ask, Guid personId, int minutes = 0) =>
        new() { OrganisationId = Organisation.Id, AskId = ask.Id, PersonId = personId, TakenAt = ask.AskedAt.AddMinutes(minutes) };

    public sealed class On_SQLite(SqliteDatabase database) : AskStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : AskStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : AskStoreContract(database), IClassFixture<SqlServerDatabase>;
}
