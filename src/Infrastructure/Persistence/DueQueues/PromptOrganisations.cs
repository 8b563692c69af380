using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Organisations with a workspace, by their oldest one. <see cref="PromptStore"/> knows which people are due.</summary>
public sealed class PromptOrganisations(RelateDbContext context) : IDueQueue
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var workspaces = await context.Workspaces.IgnoreQueryFilters().AsNoTracking()
            .OrderBy(workspace => workspace.Id).ToListAsync(cancellationToken);
        return [.. workspaces.DistinctBy(workspace => workspace.OrganisationId)
            .Select(workspace => new Due(workspace.OrganisationId, workspace.Id))];
    }
}
