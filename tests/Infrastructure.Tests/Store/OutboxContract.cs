using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class OutboxContract(TestDatabase database) : StoreContract(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task A_message_is_read_as_it_was_written()
    {
        var written = NewMessage("a", content: "{\"text\":\"" + string.Concat(Enumerable.Repeat("😀é", 5000)) + "\"}");
        await AddAsync(written);

        Assert.Equivalent(written, Assert.Single(await OpenAsync()), strict: true);
    }

    [SkippableFact]
    public async Task Messages_come_in_the_order_in_which_they_were_committed()
    {
        List<Guid> written = [];
        for (var round = 0; round < 3; round++)
        {
            var together = new[] { NewMessage("a"), NewMessage("b"), NewMessage("a") };
            await AddAsync(together);
            written.AddRange(together.Select(message => message.Id));
        }

        Assert.Equal(written, (await OpenAsync()).Select(message => message.Id));
    }

    [SkippableFact]
    public async Task What_has_to_wait_and_what_is_done_is_left_out()
    {
        var (sent, dead, waiting, due) = (NewMessage("a"), NewMessage("b"), NewMessage("c"), NewMessage("d"));
        sent.MarkSent(Clock.GetUtcNow(), "C1", "1.2");
        dead.GiveUp(Clock.GetUtcNow(), "channel_not_found");
        await AddAsync(sent, dead, waiting, due);

        Assert.Equal([due.Id], (await OpenAsync(["c"])).Select(message => message.Id));
        Assert.Empty(await AskAsync(async (OutboxStore outbox) => Mine(await outbox.OldestOpenAsync([], [Workspace.Id], 100, default))));
    }

    [SkippableFact]
    public async Task However_much_has_to_wait_the_rest_is_found()
    {
        var due = NewMessage("d");
        await AddAsync(NewMessage("c"), due);

        var open = await OpenAsync([.. Enumerable.Range(0, 40_000).Select(index => $"conversation {index}"), "c"]);

        Assert.Equal([due.Id], open.Select(message => message.Id));
    }

    [SkippableFact]
    public async Task A_sender_without_an_organisation_sees_the_messages_of_all()
    {
        await AddAsync(NewMessage("a"));

        var seen = await Store.InScopeAsync(
            Guid.Empty,
            services => services.GetRequiredService<OutboxStore>().OldestOpenAsync([], [], 10_000, default));

        Assert.Single(Mine(seen));
    }

    [SkippableFact]
    public async Task The_posts_of_an_act_are_found_in_order_without_their_changes()
    {
        var actId = NewId();
        var first = NewMessage("a", actId: actId);
        var second = NewMessage("b", actId: actId);
        var change = NewMessage("a", OutboxOperation.Update, actId);
        await AddAsync(first, change, second, NewMessage("a"));

        var posts = await AskAsync((OutboxStore outbox) => outbox.PostsOfActAsync(actId, default));

        Assert.Equal([first.Id, second.Id], posts.Select(message => message.Id));
        Assert.NotNull(await AskAsync((OutboxStore outbox) => outbox.FindPostAsync(first.Id, default)));
        Assert.Null(await AskAsync((OutboxStore outbox) => outbox.FindPostAsync(NewId(), default)));
    }

    [SkippableFact]
    public async Task Of_two_hosts_one_takes_a_message()
    {
        await using var otherHost = NewHost();
        await AddAsync(NewMessage("a"));
        var mine = Assert.Single(await OpenAsync());
        var theirs = Assert.Single(await OpenAsync(host: otherHost));

        await TakeAsync(otherHost, theirs);
        await Assert.ThrowsAsync<ConflictException>(() => TakeAsync(Store, mine));

        var taken = Assert.Single(await OpenAsync());
        Assert.Equal((OutboxStatus.Sending, 1, 1, false), (taken.Status, taken.Attempts, taken.Version, taken.FateIsUnknown));
        Assert.Equal(Clock.GetUtcNow() + Lease, taken.LeasedUntil);
    }

    [SkippableFact]
    public async Task Whoever_takes_a_message_after_its_lease_knows_that_its_fate_is_unknown()
    {
        await AddAsync(NewMessage("a"));
        await TakeAsync(Store, Assert.Single(await OpenAsync()));
        await TakeAsync(Store, Assert.Single(await OpenAsync()));

        var taken = Assert.Single(await OpenAsync());

        Assert.Equal((2, true), (taken.Attempts, taken.FateIsUnknown));
    }

    [SkippableFact]
    public async Task A_message_that_was_taken_cannot_be_withdrawn_by_somebody_who_read_it_before()
    {
        var actId = NewId();
        await AddAsync(NewMessage("a", actId: actId));
        var taken = Assert.Single(await OpenAsync());

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (OutboxStore outbox) =>
        {
            var post = Assert.Single(await outbox.PostsOfActAsync(actId, default));
            await TakeAsync(Store, taken);
            Assert.True(post.TryWithdraw(Clock.GetUtcNow()));
        }));

        Assert.Equal(OutboxStatus.Sending, Assert.Single(await OpenAsync()).Status);
    }

    [SkippableFact]
    public async Task A_message_that_was_withdrawn_cannot_be_taken_by_somebody_who_read_it_before()
    {
        var actId = NewId();
        await AddAsync(NewMessage("a", actId: actId));
        var read = Assert.Single(await OpenAsync());
        await CommitAsync(async (OutboxStore outbox) =>
            Assert.True(Assert.Single(await outbox.PostsOfActAsync(actId, default)).TryWithdraw(Clock.GetUtcNow())));

        await Assert.ThrowsAsync<ConflictException>(() => TakeAsync(Store, read));

        Assert.Empty(await OpenAsync());
    }

    [SkippableFact]
    public async Task What_became_of_a_message_is_kept()
    {
        await AddAsync(NewMessage("a"));
        var message = Assert.Single(await OpenAsync());
        await TakeAsync(Store, message);
        var until = Clock.GetUtcNow() + TimeSpan.FromSeconds(30);
        await ChangeAsync(message, taken => taken.Postpone(until, "ratelimited", fateUnknown: false));

        var postponed = Assert.Single(await OpenAsync());
        Assert.Equal((OutboxStatus.Pending, until, "ratelimited"), (postponed.Status, postponed.NotBefore, postponed.LastError));

        await ChangeAsync(postponed, taken => taken.MarkSent(until, "C024", "1712.0042"));

        var sent = await AskAsync((OutboxStore outbox) => outbox.FindPostAsync(message.Id, default));
        Assert.Equal(
            (OutboxStatus.Sent, until, "C024", "1712.0042", null),
            (sent!.Status, sent.SettledAt, sent.SentConversation, sent.SentId, sent.LastError));
        Assert.Empty(await OpenAsync());
    }

    [SkippableFact]
    public async Task What_waits_for_an_account_is_not_sent_and_is_due_once_there_is_one()
    {
        var (known, unknown) = (NewPerson("Zoe"), NewPerson("Ana"));
        var (first, other) = (NewWaiting(known, Clock.GetUtcNow().AddDays(30)), NewWaiting(unknown, Clock.GetUtcNow().AddDays(30)));
        var late = NewWaiting(known, Clock.GetUtcNow().AddDays(-1));
        await AddAsync(first, other, late);
        await CommitAsync((RelateDbContext context) => context.AddRange(known, unknown, new Identity
        {
            Id = NewId(), OrganisationId = Organisation.Id, WorkspaceId = Workspace.Id, PersonId = known.Id, ExternalId = $"U{known.Id:N}",
        }));

        Assert.Empty(await OpenAsync());
        var due = await AskAsync((DueWaitingMessages queue) => queue.FindAsync(Clock.GetUtcNow(), default));
        Assert.Equal([first.Id], due.Where(piece => piece.OrganisationId == Organisation.Id).Select(piece => piece.Id));
    }

    private OutboxMessage NewWaiting(Person person, DateTimeOffset until)
    {
        var waiting = new OutboxMessage
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            Conversation = $"person:{person.Id:N}",
            Operation = OutboxOperation.Post,
            Destination = "{}",
            Content = "{}",
            Purpose = "thanks.received",
            PersonId = person.Id,
            NotAfter = until,
            CreatedAt = Clock.GetUtcNow(),
        };
        waiting.WaitForAccount(Clock.GetUtcNow());
        return waiting;
    }

    private OutboxMessage NewMessage(
        string conversation,
        OutboxOperation operation = OutboxOperation.Post,
        Guid? actId = null,
        string content = "{}") => new()
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            Conversation = conversation,
            Operation = operation,
            Destination = "{}",
            Content = content,
            ActId = actId,
            Purpose = "thanks.received",
            CreatedAt = Clock.GetUtcNow(),
        };

    private Task AddAsync(params OutboxMessage[] messages) => CommitAsync((OutboxStore outbox) => Array.ForEach(messages, outbox.Add));

    private Task<List<OutboxMessage>> OpenAsync(string[]? waiting = null, TestStore? host = null) =>
        (host ?? Store).InScopeAsync(
            Organisation.Id,
            async services => Mine(await services.GetRequiredService<OutboxStore>().OldestOpenAsync(waiting ?? [], [], 10_000, default)));

    private List<OutboxMessage> Mine(IEnumerable<OutboxMessage> messages) =>
        [.. messages.Where(message => message.WorkspaceId == Workspace.Id)];

    private Task TakeAsync(TestStore host, OutboxMessage message) => host.CommitAsync(Organisation.Id, services =>
    {
        services.GetRequiredService<OutboxStore>().Attach(message);
        message.Lease(Clock.GetUtcNow(), Lease);
    });

    private Task ChangeAsync(OutboxMessage message, Action<OutboxMessage> change) => CommitAsync((OutboxStore outbox) =>
    {
        outbox.Attach(message);
        change(message);
    });

    public sealed class On_SQLite(SqliteDatabase database) : OutboxContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : OutboxContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : OutboxContract(database), IClassFixture<SqlServerDatabase>;
}
