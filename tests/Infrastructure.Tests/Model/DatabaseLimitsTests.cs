using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Model;

/// <summary>Limits that a server would report only with the longest value.</summary>
public sealed class DatabaseLimitsTests
{
    // https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
    private const int LargestClusteredKey = 900;
    private const int LargestIndex = 1_700;
    private const int LargestRow = 8_060;

    // A B-tree entry of PostgreSQL is at most a third of a page, and a character at most four bytes of UTF-8.
    private const int LargestPostgreSqlEntry = 2_704;

    [Fact]
    public void Keys_and_indexes_fit_SQL_Server()
    {
        using var context = StoreModel.Open(DatabaseProvider.SqlServer);
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var key = entity.FindPrimaryKey()!;
            Assert.True(
                SqlServerSize(key.Properties) <= LargestClusteredKey,
                $"The key of {entity.GetTableName()} may be {SqlServerSize(key.Properties)} bytes.");

            // An index also carries the key of its row.
            Assert.All(entity.GetIndexes(), index => Assert.True(
                SqlServerSize(index.Properties.Union(key.Properties)) <= LargestIndex,
                $"The index {index.GetDatabaseName()} may be {SqlServerSize(index.Properties.Union(key.Properties))} bytes."));
        }
    }

    [Fact]
    public void Rows_fit_SQL_Servers_pages_apart_from_long_texts_that_it_moves_out()
    {
        using var context = StoreModel.Open(DatabaseProvider.SqlServer);

        // Of a varying column, 24 bytes stay in the row when it is moved out.
        Assert.All(context.Model.GetEntityTypes(), entity => Assert.True(
            entity.GetProperties().Sum(property => property.ClrType == typeof(string) ? 24 : SqlServerSize([property])) <= LargestRow,
            entity.GetTableName()));
    }

    [Fact]
    public void Indexes_fit_PostgreSQL_whatever_is_written_in_them()
    {
        using var context = StoreModel.Open(DatabaseProvider.PostgreSql);
        var indexed = context.Model.GetEntityTypes().SelectMany(entity =>
            entity
                .GetIndexes()
                .Select(index => (Name: index.GetDatabaseName(), index.Properties))
                .Append((Name: entity.GetTableName(), entity.FindPrimaryKey()!.Properties)));

        Assert.All(indexed, index => Assert.True(
            index.Properties.Sum(property => property.GetMaxLength() is { } longest ? Bounded(longest, property) * 4 : 16)
                <= LargestPostgreSqlEntry, index.Name));
    }

    [Fact]
    public void A_key_that_is_too_large_is_found()
    {
        using var context = StoreModel.Open(DatabaseProvider.SqlServer);
        var content = context.Model
            .GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .First(property => property.GetMaxLength() > 450);

        Assert.True(SqlServerSize([content]) > LargestClusteredKey);
    }

    [Theory]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void A_server_that_is_away_for_a_moment_is_asked_again(DatabaseProvider provider)
    {
        using var context = StoreModel.Open(provider);

        Assert.True(context.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    private static int SqlServerSize(IEnumerable<IReadOnlyProperty> columns) => columns.Sum(property => property.GetColumnType()! switch
    {
        var type when type.StartsWith("nvarchar", StringComparison.Ordinal) => Bounded(property.GetMaxLength() ?? -1, property) * 2,
        "uniqueidentifier" => 16,
        "datetime2" or "bigint" => 8,
        "int" => 4,
        "date" => 3,
        "bit" => 1,
        var type => throw new NotSupportedException($"Say how large a column of type {type} is."),
    });

    private static int Bounded(int longest, IReadOnlyProperty property) =>
        longest > 0
            ? longest
            : property.IsIndex() || property.IsKey()
                ? throw new InvalidOperationException($"{property} has no bound and stands in an index.")
                : 12;
}
