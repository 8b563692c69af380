using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>Fills an empty database with the fictional organisation. It is always the same, relative to the current time.</summary>
internal sealed class DemoSeed(
    OrganisationScope organisations, Channels channels, IOptions<OrganisationOptions> organisation, TimeProvider clock)
{
    private static readonly TimeSpan Founded = TimeSpan.FromDays(4 * 365);

    /// <summary>Seeds the database. Does nothing when an organisation exists.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await organisations.AcrossAsync(
            (RelateDbContext context, CancellationToken token) => context.Organisations.AnyAsync(token),
            cancellationToken))
        {
            return;
        }

        var (data, dice, start) = (DemoData.Load(), new DemoRandom(), clock.GetUtcNow());
        var cast = new DemoPeople(data, dice, new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero) - Founded);
        await organisations.CommitAsync(
            cast.Organisation.Id,
            (RelateDbContext context, ILedger ledger, CancellationToken _) => Task.FromResult(
                Fill(context, ledger, data, dice, cast, start)),
            cancellationToken);
    }

    /// <summary>Returns the number of ledger entries.</summary>
    private int Fill(RelateDbContext context, ILedger ledger, DemoData data, DemoRandom dice, DemoPeople cast, DateTimeOffset start)
    {
        cast.AddTo(context);
        cast.SayHowToHelp(data, start.AddDays(-25));
        var history = new DemoHistory(data, cast, dice, start);
        var entries = history.Entries().OrderBy(entry => entry.OccurredAt).ToList();
        entries.ForEach(ledger.Record);
        new DemoAsks(data, cast, dice).AddTo(context);
        new DemoConversations(data, cast, history, dice, start)
            .AddTo(context, ledger, channels.Find(organisation.Value.KudosChannel) ?? "");
        return entries.Count;
    }
}
