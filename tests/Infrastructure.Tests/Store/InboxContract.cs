using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class InboxContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_delivery_is_claimed_once()
    {
        Assert.True(await ClaimAsync("one"));

        Assert.False(await ClaimAsync("one"));
    }

    [SkippableFact]
    public async Task A_delivery_with_one_known_key_is_known_and_its_other_keys_stay_free()
    {
        Assert.True(await ClaimAsync("message", "event-1"));

        Assert.False(await ClaimAsync("message", "event-2"));
        Assert.True(await ClaimAsync("event-2"));
    }

    [SkippableFact]
    public async Task Keys_differ_by_case()
    {
        Assert.True(await ClaimAsync("a1B"));

        Assert.True(await ClaimAsync("A1b"));
    }

    [SkippableFact]
    public async Task The_longest_key_is_told_from_its_neighbour()
    {
        var longest = new string('k', 399);
        Assert.True(await ClaimAsync(longest + "1"));

        Assert.True(await ClaimAsync(longest + "2"));
        Assert.False(await ClaimAsync(longest + "1"));
    }

    [SkippableFact]
    public async Task The_same_key_in_another_workspace_is_another_delivery()
    {
        var elsewhere = new Domain.People.Workspace
        {
            Id = NewId(), OrganisationId = Organisation.Id, Platform = "test", ExternalId = $"{NewId():N}", Name = "Elsewhere",
        };
        Assert.True(await ClaimAsync("one"));

        Assert.True(await AskAsync((Inbox inbox) => inbox.TryClaimAsync(elsewhere, ["one"], default)));
    }

    [SkippableFact]
    public async Task Of_two_hosts_that_claim_a_delivery_at_once_one_meets_a_conflict()
    {
        await using var otherHost = NewHost();
        var otherHasCommitted = new TaskCompletionSource();
        var late = CommitAsync(async (Inbox inbox) =>
        {
            Assert.True(await inbox.TryClaimAsync(Workspace, ["one", "two"], default));
            await otherHost.CommitAsync(Organisation.Id, async services =>
                Assert.True(await services.GetRequiredService<Inbox>().TryClaimAsync(Workspace, ["two", "three"], default)));
            otherHasCommitted.SetResult();
        });

        await Assert.ThrowsAsync<ConflictException>(() => late);

        Assert.True(otherHasCommitted.Task.IsCompletedSuccessfully);
        Assert.True(await ClaimAsync("one"));
    }

    private async Task<bool> ClaimAsync(params string[] keys)
    {
        var claimed = false;
        await CommitAsync(async (Inbox inbox) => claimed = await inbox.TryClaimAsync(Workspace, keys, default));
        return claimed;
    }

    public sealed class On_SQLite(SqliteDatabase database) : InboxContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : InboxContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : InboxContract(database), IClassFixture<SqlServerDatabase>;
}
