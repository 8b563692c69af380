using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Help;

/// <summary>Stores asks in the database.</summary>
internal sealed class AskStore(RelateDbContext context) : IAskStore
{
    public void Add(Ask ask) => context.Asks.Add(ask);

    public void Add(AskHelper helper) => context.AskHelpers.Add(helper);

    public void Remove(AskHelper helper) => context.AskHelpers.Remove(helper);

    public Task<Ask?> FindAsync(Guid askId, CancellationToken cancellationToken) =>
        context.Asks.FirstOrDefaultAsync(ask => ask.Id == askId, cancellationToken);

    public async Task<IReadOnlyList<AskHelper>> HelpersAsync(Guid askId, CancellationToken cancellationToken)
    {
        // Includes unsaved changes of this command.
        var stored = await context.AskHelpers.Where(helper => helper.AskId == askId).ToListAsync(cancellationToken);
        return [.. stored.Concat(context.AskHelpers.Local.Where(helper => helper.AskId == askId)).Distinct()
            .Where(helper => context.Entry(helper).State is not EntityState.Deleted).OrderBy(helper => helper.TakenAt)];
    }

    public async Task<IReadOnlyList<Ask>> GetActiveByAskerAsync(Guid askerId, CancellationToken cancellationToken) => await context.Asks
        .Where(ask => ask.AskerId == askerId && (ask.State == AskState.Open || ask.State == AskState.Taken))
        .OrderByDescending(ask => ask.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Ask>> GetTakenByHelperAsync(Guid helperId, CancellationToken cancellationToken) => await (
        from helper in context.AskHelpers
        join ask in context.Asks on helper.AskId equals ask.Id
        where helper.PersonId == helperId && ask.State == AskState.Taken
        orderby ask.Id descending
        select ask).ToListAsync(cancellationToken);
}
