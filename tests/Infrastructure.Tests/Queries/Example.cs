using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Moq;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>A value of any type to call a method with, and a text that any column could hold.</summary>
internal static class Example
{
    /// <summary>An account, a name, a channel and, where it has to be one, an object in JSON.</summary>
    public const string AnyText = "{}";

    private static readonly FrozenDictionary<(string Table, string Column), string> EnumNames = EnumColumns()
        .ToFrozenDictionary(column => (column.DeclaringType.GetTableName()!, column.Name), column => Enum.GetNames(column.ClrType)[0]);

    public static Guid Id { get; } = new("01936000-0000-7000-8000-000000000000");

    public static DateTimeOffset Time { get; } = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A text for a column of one of these tables: what is kept as the name of an enum has to be one.</summary>
    public static string Text(IEnumerable<string> tables, string column) =>
        tables.Select(table => EnumNames.GetValueOrDefault((table, column))).FirstOrDefault(name => name is not null) ?? AnyText;

    /// <summary>An argument: a service where there is one, else the same few values everywhere.</summary>
    public static object? Of(Type type, IServiceProvider services, int depth = 0) => type switch
    {
        _ when type == typeof(Guid) => Id,
        _ when type == typeof(string) => AnyText,
        _ when type == typeof(DateTimeOffset) => Time,
        _ when type == typeof(IServiceProvider) => services,
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Of(underlying, services, depth),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsArray => Array(type.GetElementType()!, services, depth),
        _ when type.IsGenericType && type.IsAssignableFrom(type.GenericTypeArguments[0].MakeArrayType()) => Array(type.GenericTypeArguments[0], services, depth),
        _ when type.IsValueType || typeof(Delegate).IsAssignableFrom(type) => type.IsValueType ? Activator.CreateInstance(type) : null,
        _ when services.GetService(type) is { } service => service,
        _ when type.IsInterface => ((Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(type))!).Object,
        _ when type.IsAbstract || depth > 2 => null,
        _ => New(type, services, depth),
    };

    private static Array Array(Type element, IServiceProvider services, int depth)
    {
        var one = System.Array.CreateInstance(element, 1);
        one.SetValue(Of(element, services, depth + 1), 0);
        return one;
    }

    /// <summary>By its constructor where all of it can be had, else without; then every property that can be set.</summary>
    public static object New(Type type, IServiceProvider services, int depth = 0)
    {
        // A record's own copying constructor makes nothing new.
        var constructor = type.GetConstructors(QuerySites.Everything & ~BindingFlags.Static)
            .Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(constructor => constructor.GetParameters().Length);
        var made = constructor?.GetParameters() is { Length: > 0 } parameters
            ? constructor.Invoke([.. parameters.Select(parameter => Of(parameter.ParameterType, services, depth + 1))])
            : RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Of(property.PropertyType, services, depth + 1));
        }

        return made;
    }

    private static IEnumerable<IProperty> EnumColumns()
    {
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(DatabaseProvider.SqlServer, "");
        using var context = new RelateDbContext(options.Options, new Tenant());
        return [.. context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType.IsEnum)];
    }
}
