using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;

namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>
/// Deletes the data of organisations that have left: the app was removed from all of their workspaces, and the time to come back has ended.
/// An organisation with a workspace that needs no installation never counts as left.
/// </summary>
public sealed class DepartedOrganisationEraser(RelateDbContext context, IOptions<RetentionOptions> options, TimeProvider clock)
{
    /// <summary>Deletes the data.</summary>
    /// <returns>The number of deleted rows.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var erased = 0;
        foreach (var organisationId in await DepartedAsync(clock.GetUtcNow() - options.Value.AfterUninstall, cancellationToken))
        {
            erased += await EraseAsync(organisationId, cancellationToken);
        }

        return erased;
    }

    private async Task<List<Guid>> DepartedAsync(DateTimeOffset before, CancellationToken cancellationToken) => await context.Organisations
        .Where(organisation =>
            context.Installations.IgnoreQueryFilters().Any(installation => installation.OrganisationId == organisation.Id)
            && !context.Installations
                .IgnoreQueryFilters()
                .Any(installation =>
                    installation.OrganisationId == organisation.Id && (installation.EndedAt == null || installation.EndedAt >= before))
            && !context.Workspaces
                .IgnoreQueryFilters()
                .Any(workspace => workspace.OrganisationId == organisation.Id && workspace.InstallationId == null))
        .Select(organisation => organisation.Id).ToListAsync(cancellationToken);

    private async Task<int> EraseAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var erased = 0;
        var sql = context.GetService<ISqlGenerationHelper>();
        foreach (var (table, column) in Tables())
        {
            var delete = $"DELETE FROM {sql.DelimitIdentifier(table)} WHERE {sql.DelimitIdentifier(column)} = {{0}}";
#pragma warning disable EF1002 // The names come from the model and are delimited; the value is a parameter.
            erased += await context.Database.ExecuteSqlRawAsync(delete, [organisationId], cancellationToken);
#pragma warning restore EF1002
        }

        return erased;
    }

    /// <summary>
    /// Returns every table with data of an organisation, and the column with its id. Installations come almost last, so that after an
    /// interruption the next run still finds the organisation.
    /// </summary>
    private IEnumerable<(string Table, string Column)> Tables() => context.Model.GetEntityTypes()
        .Where(entity => typeof(IOrganisationScoped).IsAssignableFrom(entity.ClrType))
        .OrderBy(entity => entity.ClrType == typeof(Installation))
        .Select(entity => (entity.GetTableName()!, nameof(IOrganisationScoped.OrganisationId)))
        .Append((context.Model.FindEntityType(typeof(Organisation))!.GetTableName()!, nameof(Organisation.Id)));
}
