using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Migrations.Sqlite;

/// <summary>Quartz's tables.</summary>
[DbContext(typeof(RelateDbContext))]
[Migration("20261122000000_Scheduler")]
internal sealed class SqliteScheduler() : SchedulerMigration("sqlite");
