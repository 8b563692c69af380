using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>
/// Makes Quartz's tables by Quartz's own script: statements parted by lines of <c>--;;</c>, each of which makes only what is missing, with
/// the tables' prefix in place of <c>{0}</c> and <c>{1}</c>. They are no part of our model.
/// </summary>
public abstract class SchedulerMigration(string script) : Migration
{
    /// <summary>The beginning of the tables' names.</summary>
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
