using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class OfferStoreContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task What_somebody_offers_is_read_by_topic_with_what_the_command_itself_changed()
    {
        var (sue, raj) = (NewId(), NewId());
        await CommitAsync((IOfferStore offers) =>
        {
            offers.Add(NewOffer(sue, "vpn"));
            offers.Add(NewOffer(sue, "excel"));
            offers.Add(NewOffer(raj, "excel"));
        });

        await CommitAsync(async (IOfferStore offers) =>
        {
            offers.Remove((await offers.GetByOwnerAsync(sue, default)).Single(offer => offer.Topic == "vpn"));
            offers.Add(NewOffer(sue, "access"));
            Assert.Equal(["access", "excel"], (await offers.GetByOwnerAsync(sue, default)).Select(offer => offer.Topic));
        });

        Assert.Equal(
            ["access", "excel"],
            (await AskAsync((IOfferStore offers) => offers.GetByOwnerAsync(sue, default))).Select(offer => offer.Topic));
        Assert.Equal(
            ["access", "excel", "excel"],
            (await AskAsync((IOfferStore offers) => offers.GetByOwnersAsync([sue, raj], default))).Select(offer => offer.Topic));
    }

    [SkippableFact]
    public async Task The_same_is_not_offered_twice()
    {
        var sue = NewId();
        await CommitAsync((IOfferStore offers) => offers.Add(NewOffer(sue, "vpn")));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync((IOfferStore offers) => offers.Add(NewOffer(sue, "vpn"))));
    }

    [SkippableFact]
    public async Task Topics_are_found_by_how_they_begin_each_once_and_whatever_they_are_made_of()
    {
        await CommitAsync((IOfferStore offers) =>
        {
            foreach (var topic in new[] { "excel", "excel", "exchange", "vpn", "ex%", "expenses" })
            {
                offers.Add(NewOffer(NewId(), topic));
            }
        });

        Assert.Equal(["ex%"], await AskAsync((IOfferStore offers) => offers.TopicsAsync("ex%", 10, default)));
        Assert.Equal(
            4,
            (await AskAsync((IOfferStore offers) => offers.TopicsAsync("ex", 10, default))).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, (await AskAsync((IOfferStore offers) => offers.TopicsAsync("ex", 2, default))).Count);
    }

    [SkippableFact]
    public async Task Of_a_topic_those_come_first_who_have_offered_it_longest()
    {
        var (first, second, third) = (NewId(), NewId(), NewId());
        await CommitAsync((IOfferStore offers) =>
        {
            offers.Add(NewOffer(third, "vpn", days: 3));
            offers.Add(NewOffer(first, "vpn", days: 1));
            offers.Add(NewOffer(second, "vpn", days: 2, isDepartment: true));
            offers.Add(NewOffer(NewId(), "vpns"));
        });

        var two = await AskAsync((IOfferStore offers) => offers.GetByTopicAsync("vpn", 2, default));

        Assert.Equal([(first, false), (second, true)], two.Select(offer => (offer.OwnerId, offer.IsDepartment)));
    }

    [SkippableFact]
    public async Task Thanks_for_a_topic_count_when_they_are_public_recent_and_not_taken_back()
    {
        var byTag = Thanks(values: ["vpn"]);
        var byWord = Thanks("for the VPN at midnight");
        var asTeam = Thanks("for the vpn", isForTeam: true);
        var takenBack = Thanks(values: ["vpn"]);
        Exchange[] others = [
            Thanks("for the coffee"),
            Thanks(values: ["vpn"], days: -91),
            Thanks(values: ["vpn"], visibility: Visibility.Private),
            Thanks(values: ["vpn"], kind: ExchangeKind.Help)
        ];
        await CommitAsync((ILedger ledger) =>
        {
            foreach (var entry in (Exchange[])[byTag, byWord, asTeam, takenBack, takenBack.CreateCorrection(Clock.GetUtcNow()), .. others])
            {
                ledger.Record(entry);
            }
        });
        Guid[] all = [.. new[] { byTag, byWord, asTeam, takenBack }
            .Concat(others)
            .Select(entry => entry.ToPersonId ?? entry.ToDepartmentId!.Value)];

        var thanked = await AskAsync((IOfferStore offers) => offers.ThankedForAsync("vpn", all, Clock.GetUtcNow().AddDays(-90), default));

        Assert.Equal(new HashSet<Guid> { byTag.ToPersonId!.Value, byWord.ToPersonId!.Value, asTeam.ToDepartmentId!.Value }, thanked);
    }

    [SkippableFact]
    public async Task Whoever_is_at_it_with_somebody_is_known()
    {
        var (busy, done, free) = (NewId(), NewId(), NewId());
        await CommitAsync((IAskStore asks) =>
        {
            foreach (var (helper, state) in new[] { (busy, AskState.Taken), (done, AskState.Solved) })
            {
                var ask = new Ask
                {
                    Id = NewId(),
                    OrganisationId = Organisation.Id,
                    WorkspaceId = Workspace.Id,
                    AskerId = NewId(),
                    Text = "x",
                    IsPublic = true,
                    AskedAt = Clock.GetUtcNow(),
                    Source = "test"
                };
                ask.Take(Clock.GetUtcNow());
                if (state is AskState.Solved)
                {
                    ask.Close(state, Clock.GetUtcNow());
                }

                asks.Add(ask);
                asks.Add(
                    new AskHelper { OrganisationId = Organisation.Id, AskId = ask.Id, PersonId = helper, TakenAt = Clock.GetUtcNow() });
            }
        });

        Assert.Equal([busy], await AskAsync((IOfferStore offers) => offers.GetBusyPeopleAsync([busy, done, free], default)));
    }

    private Offer NewOffer(Guid ownerId, string topic, int days = 0, bool isDepartment = false) =>
        new()
        {
            OrganisationId = Organisation.Id,
            OwnerId = ownerId,
            Topic = topic,
            IsDepartment = isDepartment,
            OfferedAt = Clock.GetUtcNow().AddDays(days)
        };

    private Exchange Thanks(
        string note = "",
        string[]? values = null,
        int days = -1,
        bool isForTeam = false,
        Visibility visibility = Visibility.Public,
        ExchangeKind kind = ExchangeKind.Thanks) => new()
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            ActId = NewId(),
            Kind = kind,
            FromPersonId = NewId(),
            ToPersonId = isForTeam ? null : NewId(),
            ToDepartmentId = isForTeam ? NewId() : null,
            Note = note,
            Values = [.. values ?? []],
            Visibility = visibility,
            OccurredAt = Clock.GetUtcNow().AddDays(days),
            RecordedAt = Clock.GetUtcNow(),
            Source = "test",
        };

    public sealed class On_SQLite(SqliteDatabase database) : OfferStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : OfferStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : OfferStoreContract(database), IClassFixture<SqlServerDatabase>;
}
