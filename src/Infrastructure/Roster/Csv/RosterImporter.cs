using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>
/// Imports a roster: people by chat account and e-mail, departments by id and name, then managers. Importing a file again changes nothing,
/// and after an interruption it imports the rest. People who aren't in the file aren't removed, unless the file is the whole company.
/// </summary>
public sealed class RosterImporter(OrganisationScope organisations, TimeProvider clock)
{
    private readonly ImportBatchWriter batches = new(organisations);

    /// <summary>Opens a file.</summary>
    /// <returns>The table, with its header read.</returns>
    /// <exception cref="ImportFileException">The file isn't a roster.</exception>
    public static CsvTable Open(string path) =>
        CsvTable.Open(path, RosterColumns.Required, RosterColumns.Optional, RosterColumns.Synonyms);

    /// <summary>Imports the roster, or reports what an import would change.</summary>
    /// <returns>What was changed or, for a dry run, what would change.</returns>
    /// <exception cref="ImportFileException">The administrator has to answer a question first. Nothing was written.</exception>
    public async Task<ImportReport> RunAsync(
        Guid organisationId, CsvTable table, RosterOptions options, IImportListener listener, CancellationToken cancellationToken)
    {
        var reading = new RosterReading(options, listener);
        var content = new RosterContent([.. reading.Rows(table)], options);
        return options.IsDryRun
            ? await organisations.RunAsync(
                organisationId,
                (RelateDbContext context, CancellationToken _) => PreviewAsync(
                    context, organisationId, content, reading, table.Has(RosterColumns.Manager), cancellationToken),
                cancellationToken)
            : await WriteAsync(organisationId, content, reading, table.Has(RosterColumns.Manager), cancellationToken);
    }

    private async Task<ImportReport> WriteAsync(
        Guid organisationId, RosterContent content, RosterReading reading, bool hasManagers, CancellationToken cancellationToken)
    {
        var (leavers, notices) = await organisations.RunAsync(
            organisationId,
            (RelateDbContext context, CancellationToken _) => ReviewAsync(context, organisationId, content, reading, cancellationToken),
            cancellationToken);
        await batches.WriteAsync(
            organisationId, context => RenameAsync(context, organisationId, content.Options, cancellationToken), cancellationToken);
        var report = new ImportReport { Notices = [.. notices] };
        var results = new List<RosterBatch>();
        foreach (var rows in content.Rows.Chunk(ImportBatchWriter.Size))
        {
            var (batch, written) = await batches.WriteAsync(organisationId, async context =>
            {
                var departments = await DepartmentIndex.LoadAsync(context, organisationId, clock, cancellationToken);
                var attempt = new RosterBatch(context, content, organisationId, clock);
                return (attempt, await attempt.ApplyAsync(rows, departments, cancellationToken));
            }, cancellationToken);
            report += written;
            results.Add(batch);
            reading.Tell(batch.Faults);
        }

        if (hasManagers)
        {
            await LinkManagersAsync(organisationId, content, reading, cancellationToken);
        }

        foreach (var batch in leavers.Chunk(ImportBatchWriter.Size))
        {
            report += await batches.WriteAsync(
                organisationId, context => SwitchOffAsync(context, batch, cancellationToken), cancellationToken);
        }

        return report with { Notices = [.. report.Notices, .. RosterReading.Notices(results)] };
    }

    private async Task<ImportReport> PreviewAsync(
        RelateDbContext context,
        Guid organisationId,
        RosterContent content,
        RosterReading reading,
        bool hasManagers,
        CancellationToken cancellationToken)
    {
        var (leavers, notices) = await ReviewAsync(context, organisationId, content, reading, cancellationToken);
        var departments = await DepartmentIndex.LoadAsync(context, organisationId, clock, cancellationToken);
        var report = new ImportReport { Notices = [.. notices] };
        var results = new List<RosterBatch>();
        foreach (var rows in content.Rows.Chunk(ImportBatchWriter.Size))
        {
            var batch = new RosterBatch(context, content, organisationId, clock);
            report += await batch.ApplyAsync(rows, departments, cancellationToken);
            results.Add(batch);
            reading.Tell(batch.Faults);
        }

        if (hasManagers)
        {
            await PreviewManagersAsync(context, content, reading, cancellationToken);
        }

        report += await SwitchOffAsync(context, leavers, cancellationToken);
        return report with
        {
            Notices = [.. report.Notices, .. RosterReading.Notices(results)],
            Differences = [.. RosterDifference.Of(context)],
        };
    }

    private static async Task PreviewManagersAsync(
        RelateDbContext context, RosterContent content, RosterReading reading, CancellationToken cancellationToken)
    {
        await context.People.Where(person => person.Email != null).LoadAsync(cancellationToken);
        var people = context.People.Local.Where(person => person.Email is not null).ToDictionary(person => person.Id);
        var known = people.Values.Select(person => new ManagerLinker.Known(person.Email!, person.NameKey, person.Id, person.ManagerId));
        foreach (var (id, manager) in Links([.. known], content, reading))
        {
            people[id].ManagerId = manager;
        }
    }

    /// <summary>
    /// Finds the people to switch off because the file lacks them, and the notices to show. Questions for the administrator are thrown as
    /// exceptions, or become notices in a dry run.
    /// </summary>
    private async Task<(Guid[] Leavers, List<string> Notices)> ReviewAsync(
        RelateDbContext context,
        Guid organisationId,
        RosterContent content,
        RosterReading reading,
        CancellationToken cancellationToken)
    {
        await RenameAsync(context, organisationId, content.Options, cancellationToken);
        var review = await RosterReview.ReadAsync(context, content, clock, cancellationToken);
        var notices = new List<string>();
        if (!content.Options.HasNewDepartments)
        {
            var departments = await context.Departments.ToListAsync(cancellationToken);
            foreach (var (department, name, moved, of) in review.LikelyRenames(departments))
            {
                reading.AskOrThrow(
                    $"{department.Name} looks renamed: {moved} of its {of} people are in {name} now. If it is the same department, run "
                        + $"this again with --renamed \"{department.Name}={name}\" and it keeps its history. If {name} is a new one, add "
                        + "--new-departments.",
                    notices);
            }
        }

        if (!content.Options.IsComplete)
        {
            return ([], notices);
        }

        if (reading.Refused > 0)
        {
            notices.Add(
                $"I couldn't read {reading.Refused} rows, so I don't know who is missing and switched nobody off. "
                    + "Correct them and run this again.");
            return ([], notices);
        }

        var leavers = review.Missing.Select(person => person.Id).ToArray();
        if (leavers.Length > RosterOptions.MostLeavers * review.Known && !content.Options.IsForced)
        {
            reading.AskOrThrow(
                $"The file lacks {leavers.Length} of {review.Known} people. Is it the whole company? If so, add --force and they are "
                    + "switched off. --dry-run lists them.",
                notices);
        }

        return (leavers, notices);
    }

    private async Task<bool> RenameAsync(
        RelateDbContext context, Guid organisationId, RosterOptions options, CancellationToken cancellationToken)
    {
        var departments = await DepartmentIndex.LoadAsync(context, organisationId, clock, cancellationToken);
        foreach (var (former, today) in options.RenamedDepartments)
        {
            if (departments.Find(former) is { } department)
            {
                if (!departments.TryRename(department, today))
                {
                    throw new ImportFileException(
                        $"There is already a department {today}, so {former} can't take its name. What both did stays with each of them.");
                }
            }
            else if (departments.Find(today) is null)
            {
                throw new ImportFileException($"No department is called {former}, so I can't rename it.");
            }
        }

        return true;
    }

    private async Task<ImportReport> SwitchOffAsync(RelateDbContext context, Guid[] ids, CancellationToken cancellationToken)
    {
        var people = await context.People.Where(person => ids.Contains(person.Id) && person.IsActive).ToListAsync(cancellationToken);
        people.RemoveAll(person => !person.IsActive);
        foreach (var person in people)
        {
            person.IsActive = false;
            person.SetByHand |= PersonFields.Left;
        }

        await LeaverAskScheduler.ScheduleAsync(context, [.. people.Select(person => person.Id)], clock.GetUtcNow(), cancellationToken);
        return new ImportReport { SwitchedOff = people.Count };
    }

    private async Task LinkManagersAsync(
        Guid organisationId, RosterContent content, RosterReading reading, CancellationToken cancellationToken)
    {
        var stored = await organisations.RunAsync(
            organisationId,
            (RelateDbContext context, CancellationToken _) => context.People
                .Where(person => person.Email != null)
                .Select(person => new ManagerLinker.Known(person.Email!, person.NameKey, person.Id, person.ManagerId))
                .ToListAsync(cancellationToken),
            cancellationToken);
        var changes = Links(stored, content, reading);
        foreach (var batch in changes.Chunk(ImportBatchWriter.Size))
        {
            var managers = batch.ToDictionary(change => change.PersonId, change => change.ManagerId);
            await batches.WriteAsync(organisationId, async context =>
            {
                foreach (var person in await context.People
                    .Where(person => managers.Keys.Contains(person.Id))
                    .ToListAsync(cancellationToken))
                {
                    person.ManagerId = managers[person.Id];
                }

                return true;
            }, cancellationToken);
        }
    }

    private static List<(Guid PersonId, Guid? ManagerId)> Links(
        List<ManagerLinker.Known> stored, RosterContent content, RosterReading reading)
    {
        var rows = content.Rows
            .Where(row => !row.HasLeft)
            .Select(row => new ManagerLinker.Row(row.Line, row.Email, row.Manager))
            .ToList();
        var links = new ManagerLinker(stored, rows);
        return [.. rows.Select(row => links.Link(row, fault => reading.Tell([fault]))).OfType<(Guid, Guid?)>()];
    }
}
