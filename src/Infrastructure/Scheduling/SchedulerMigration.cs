using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>
/// Creates Quartz's tables with its own script. The statements are separated by lines of <c>--;;</c> and create only what is missing.
/// <c>{0}</c> and <c>{1}</c> are replaced by the table prefix. The tables aren't part of our model.
/// </summary>
public abstract class SchedulerMigration(string script) : Migration
{
    /// <summary>The prefix of the table names.</summary>
    public const string TablePrefix = "QRTZ_";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var statement in Script()
            .ReplaceLineEndings("\n")
            .Split("\n--;;\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Skip(1))
        {
            migrationBuilder.Sql(statement
                .Replace("{0}", TablePrefix, StringComparison.Ordinal)
                .Replace("{1}", TablePrefix, StringComparison.Ordinal));
        }
    }

    private string Script()
    {
        using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream($"Quartz.Impl.AdoJobStore.Schema.create_{script}.sql")
            ?? throw new InvalidOperationException($"This version of Quartz has no script for {script}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
