using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// Erases organisations that have left: the app was removed from every workspace of theirs, and the time in which they might come back
/// is over. An organisation with a workspace that needs no installation never counts as gone.
/// </summary>
public sealed class DepartedOrganisations(RelateDbContext context, IOptions<RetentionOptions> options, TimeProvider clock)
{
    /// <summary>Returns how many rows are gone.</summary>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var erased = 0;
        foreach (var organisationId in await DepartedAsync(clock.GetUtcNow() - options.Value.AfterUninstall, cancellationToken))
        {
            foreach (var table in Tables())
            {
                erased += await EraseAsync(table, nameof(IBelongToOrganisation.OrganisationId), organisationId, cancellationToken);
            }

            erased += await EraseAsync(TableOf(typeof(Organisation)), nameof(Organisation.Id), organisationId, cancellationToken);
        }

        return erased;
    }

    private async Task<List<Guid>> DepartedAsync(DateTimeOffset before, CancellationToken cancellationToken) => await context.Organisations
        .Where(organisation => context.Installations.IgnoreQueryFilters().Any(installation => installation.OrganisationId == organisation.Id)
            && !context.Installations.IgnoreQueryFilters().Any(installation => installation.OrganisationId == organisation.Id && (installation.EndedAt == null || installation.EndedAt >= before))
            && !context.Workspaces.IgnoreQueryFilters().Any(workspace => workspace.OrganisationId == organisation.Id && workspace.InstallationId == null))
        .Select(organisation => organisation.Id).ToListAsync(cancellationToken);

    /// <summary>The installations last: should this be cut short, they tell the next run whom to go on with.</summary>
    private IEnumerable<IEntityType> Tables() => context.Model.GetEntityTypes()
        .Where(entity => typeof(IBelongToOrganisation).IsAssignableFrom(entity.ClrType))
        .OrderBy(entity => entity.ClrType == typeof(Installation));

    private IEntityType TableOf(Type type) => context.Model.FindEntityType(type)!;

    private Task<int> EraseAsync(IEntityType table, string column, Guid organisationId, CancellationToken cancellationToken)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var delete = $"DELETE FROM {sql.DelimitIdentifier(table.GetTableName()!)} WHERE {sql.DelimitIdentifier(column)} = {{0}}";
#pragma warning disable EF1002 // The names are the model's own, and delimited; the value is a parameter.
        return context.Database.ExecuteSqlRawAsync(delete, [organisationId], cancellationToken);
#pragma warning restore EF1002
    }
}
