using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>Tells a lost race (a unique key or a version that is taken) from real trouble, in each database's words.</summary>
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

    /// <summary>True when a database was to be created that somebody else has just created.</summary>
    public static bool IsExistingDatabase(this DbException exception) => exception switch
    {
        // A unique violation of PostgreSQL's own catalogue is the same race, lost a moment later.
        PostgresException postgres =>
                postgres.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation,
        SqlException sqlServer => sqlServer.Number is 1801,
        _ => false,
    };
}

/// <summary>Somebody else committed something in the meantime that this change rests on. Running the command again sees it.</summary>
public sealed class ConflictException(Exception inner) : Exception("The change met another one that was committed first.", inner);
