using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>Tells conflicts (a unique key or version that is already taken) from other errors, for each database.</summary>
internal static class DbExceptionExtensions
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    public static bool IsConflict(this DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique,
            PostgresException postgres =>
                postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure,
            SqlException sqlServer => sqlServer.Number is 2601 or 2627,
            _ => false,
        };

    /// <summary>True when the database to create has just been created by another host.</summary>
    public static bool IsExistingDatabase(this DbException exception) => exception switch
    {
        // A unique violation in PostgreSQL's own catalogue means the same: another host created it slightly earlier.
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation,
        SqlException sqlServer => sqlServer.Number is 1801,
        _ => false,
    };
}

/// <summary>Another commit changed something that this change depends on. Running the command again will see it.</summary>
public sealed class ConflictException(Exception inner)
    : Exception("The change conflicts with another one that was committed first.", inner);
