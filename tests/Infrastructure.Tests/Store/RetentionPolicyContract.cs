using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Drafts;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class RetentionPolicyContract(TestDatabase database) : StoreContract(database)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [SkippableFact]
    public async Task A_draft_goes_when_it_expires()
    {
        await CommitAsync((RelateDbContext context) => context.Drafts.Add(new Draft
        {
            Id = NewId(), OrganisationId = Organisation.Id, PersonId = NewId(), Content = "{}", ExpiresAt = Clock.GetUtcNow(),
        }));

        Assert.Equal(1, await LeftAsync(context => context.Drafts.CountAsync()));
        Clock.Advance(Moment);
        Assert.Equal(0, await LeftAsync(context => context.Drafts.CountAsync()));
    }

    [SkippableFact]
    public async Task A_way_into_the_dashboard_goes_when_it_is_over()
    {
        await CommitAsync((DashboardVisitStore visits) => visits.CreateLink(Organisation.Id, NewId(), Workspace.Id, ""));

        Clock.Advance(DashboardVisit.LinkLife);
        Assert.Equal(1, await LeftAsync(context => context.DashboardVisits.CountAsync()));
        Clock.Advance(Moment);
        Assert.Equal(0, await LeftAsync(context => context.DashboardVisits.CountAsync()));
    }

    [SkippableFact]
    public async Task A_deliverys_key_goes_when_nobody_repeats_it_any_more()
    {
        await CommitAsync((Inbox inbox) => inbox.TryClaimAsync(Workspace, ["one"], default));

        Clock.Advance(RetentionPolicy.Deliveries);
        Assert.Equal(1, await LeftAsync(context => context.Deliveries.CountAsync()));
        Clock.Advance(Moment);
        Assert.Equal(0, await LeftAsync(context => context.Deliveries.CountAsync()));
    }

    [SkippableFact]
    public async Task An_emoji_is_forgotten_when_nobody_takes_it_away_any_more()
    {
        await CommitAsync((RelateDbContext context) => context.Reactions.Add(new Reaction
        {
            OrganisationId = Organisation.Id, WorkspaceId = Workspace.Id, Key = "one", ChangedAt = Clock.GetUtcNow(),
        }));

        Clock.Advance(RetentionPolicy.Reactions);
        Assert.Equal(1, await LeftAsync(context => context.Reactions.CountAsync()));
        Clock.Advance(Moment);
        Assert.Equal(0, await LeftAsync(context => context.Reactions.CountAsync()));
    }

    [SkippableFact]
    public async Task A_message_goes_long_after_it_was_settled_and_never_while_it_is_open()
    {
        var (open, sent) = (NewMessage(), NewMessage());
        sent.MarkSent(Clock.GetUtcNow(), "C1", "1.2");
        await CommitAsync((OutboxStore outbox) =>
        {
            outbox.Add(open);
            outbox.Add(sent);
        });

        Clock.Advance(RetentionPolicy.Messages);
        Assert.Equal(2, await LeftAsync(context => context.Outbox.CountAsync()));
        Clock.Advance(Moment);
        Assert.Equal(open.Id, await LeftAsync(context => context.Outbox.Select(message => message.Id).SingleAsync()));
    }

    [SkippableFact]
    public async Task A_round_of_coffees_is_forgotten_after_two_years()
    {
        var round = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var group = NewId();
        await CommitAsync((RelateDbContext context) =>
        {
            context.PairingRounds.Add(new PairingRound { OrganisationId = Organisation.Id, Day = round, PlannedAt = Clock.GetUtcNow() });
            context.PairingGroups.Add(new PairingGroup { Id = group, OrganisationId = Organisation.Id, Round = round, IsRepeat = false });
            context.PairingSeats.Add(new PairingSeat
            {
                OrganisationId = Organisation.Id,
                GroupId = group,
                PersonId = NewId(),
                Round = round
            });
        });

        Clock.Advance(RetentionPolicy.Pairings);
        Assert.Equal(3, await LeftAsync(CountAsync));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await LeftAsync(CountAsync));

        static async Task<int> CountAsync(RelateDbContext context) =>
            await context.PairingRounds.CountAsync() + await context.PairingGroups.CountAsync() + await context.PairingSeats.CountAsync();
    }

    [SkippableFact]
    public async Task The_ledger_stays()
    {
        var entry = NewExchange(NewId());
        await CommitAsync((ILedger ledger) => ledger.Record(entry));

        Clock.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(1, await LeftAsync(context => context.Exchanges.CountAsync(exchange => exchange.Id == entry.Id)));
    }

    private OutboxMessage NewMessage() => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        WorkspaceId = Workspace.Id,
        Conversation = "a",
        Operation = OutboxOperation.Post,
        Destination = "{}",
        Purpose = "test",
        CreatedAt = Clock.GetUtcNow(),
    };

    private async Task<T> LeftAsync<T>(Func<RelateDbContext, Task<T>> ask)
    {
        await AskAsync((RetentionPolicy retention) => retention.ApplyAsync(default));
        return await AskAsync(ask);
    }

    public sealed class On_SQLite(SqliteDatabase database) : RetentionPolicyContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : RetentionPolicyContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : RetentionPolicyContract(database), IClassFixture<SqlServerDatabase>;
}
