using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Tests.Model;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>The few values that all test data is made of. They are the same everywhere, so they fit together.</summary>
internal static class Example
{
    /// <summary>An account, a name, a channel and, where it has to be one, an object in JSON.</summary>
    public const string AnyText = "{}";

    private static readonly FrozenDictionary<(string Table, string Column), string> EnumNames = FirstNames();

    public static Guid Id { get; } = new("01936000-0000-7000-8000-000000000000");

    public static DateTimeOffset Time { get; } = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A text for a column of one of these tables: what is kept as the name of an enum has to be one.</summary>
    public static string Text(IEnumerable<string> tables, string column) =>
        tables.Select(table => EnumNames.GetValueOrDefault((table, column))).FirstOrDefault(name => name is not null) ?? AnyText;

    private static FrozenDictionary<(string Table, string Column), string> FirstNames()
    {
        using var context = StoreModel.Open(DatabaseProvider.SqlServer);
        return context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType.IsEnum)
            .ToFrozenDictionary(column => (column.DeclaringType.GetTableName()!, column.Name), column => Enum.GetNames(column.ClrType)[0]);
    }
}
