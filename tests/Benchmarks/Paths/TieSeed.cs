using System.Globalization;
using Microsoft.Data.Sqlite;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Benchmarks.Paths;

/// <summary>
/// A large company. Everyone works in a team of fifty and has most ties there and some elsewhere, and a few people know thousands. The data
/// are always the same.
/// </summary>
internal sealed class TieSeed(int people, int ties)
{
    private const int Team = 50;
    private const int Hubs = 50;
#pragma warning disable CA5394 // Not security relevant, and it must be repeatable.
    private readonly Random dice = new(20261122);

    public static readonly DateOnly Week = new(2026, 11, 16);

    public Guid OrganisationId { get; } = Id(0);

    public IReadOnlyList<Guid> PersonIds { get; } = [.. Enumerable.Range(1, people).Select(Id)];

    public async Task WriteAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await InsertAsync(
            connection,
            "organisations",
            [Row(new Organisation { Id = OrganisationId, Name = "Bench", TimeZone = "Etc/UTC" })]);
        await InsertAsync(
            connection,
            "people",
            PersonIds.Select((id, i) =>
                Row(new Person { Id = id, OrganisationId = OrganisationId, Name = $"Person {i}", TakesIntroductions = i % 20 != 0 })));
        await InsertAsync(connection, "ties", Ties().Select(Row));
        await transaction.CommitAsync();
        await using var analyse = connection.CreateCommand();
        analyse.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await analyse.ExecuteNonQueryAsync();
    }

    private static Guid Id(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01939f00-0000-7000-8000-{number:D12}"));

    private static Dictionary<string, object?> Row(object entity) =>
        entity.GetType().GetProperties().Where(property => property.Name != nameof(Person.CanReceive))
        .Where(property => property.GetMethod!.GetParameters().Length == 0 && Column(property.PropertyType))
        .ToDictionary(
            property => property.Name,
            property =>
                property.GetValue(entity) is Enum kind && property.PropertyType.IsEnum ? kind.ToString() : property.GetValue(entity));

    private static bool Column(Type type) =>
        type == typeof(Guid) || type == typeof(Guid?) || type == typeof(string) || type == typeof(DateOnly) || type == typeof(int)
        || type == typeof(long) || type == typeof(bool) || type.IsEnum || type == typeof(DateTimeOffset?);

    private static async Task InsertAsync(SqliteConnection connection, string table, IEnumerable<Dictionary<string, object?>> rows)
    {
        SqliteCommand? insert = null;
        HashSet<string> columns = [];
        foreach (var row in rows)
        {
            if (insert is null)
            {
                await using var read = connection.CreateCommand();
                read.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
                await using var reader = await read.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    columns.Add(reader.GetString(0));
                }

                columns.IntersectWith(row.Keys);
                insert = connection.CreateCommand();
                insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES "
                    + $"({string.Join(", ", columns.Select(column => $"@{column}"))})";
                foreach (var column in columns)
                {
                    insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
                }
            }

            foreach (var column in columns)
            {
                insert.Parameters[$"@{column}"].Value = row[column] ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        await insert!.DisposeAsync();
    }

    private IEnumerable<Tie> Ties()
    {
        var made = new HashSet<(int, int)>();
        while (made.Count < ties)
        {
            var one = dice.Next(people);
            var other = dice.Next(10) switch
            {
                < 6 => (one / Team * Team) + dice.Next(Team),
                < 9 => dice.Next(people),
                _ => dice.Next(Hubs) * (people / Hubs),
            };
            if (one != other && other < people && made.Add((Math.Min(one, other), Math.Max(one, other))))
            {
                yield return NewTie(PersonIds[one], PersonIds[other]);
            }
        }
    }

    private Tie NewTie(Guid one, Guid other)
    {
        var (first, second) = Tie.Pair(one, other);
        var tie = new Tie { OrganisationId = OrganisationId, FirstPersonId = first, SecondPersonId = second };
        foreach (var weeksAgo in Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => dice.Next(52)).Distinct().OrderDescending())
        {
            tie.TryApplyWeek(
                Week.AddDays(-7 * weeksAgo),
                TieSides.None,
                new TieSides(TieStrength.Saturated(1 + dice.Next(3)), TieStrength.Saturated(dice.Next(3))));
        }

        return tie;
    }
#pragma warning restore CA5394
}
