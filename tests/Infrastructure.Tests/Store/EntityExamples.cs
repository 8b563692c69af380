using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RelateBot.Domain;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>A row of any entity, filled from the model, so that a new entity is tested without a word about it here.</summary>
internal static class EntityExamples
{
    /// <summary>The entities that belong to an organisation: each has its configuration.</summary>
    public static IEnumerable<Type> TypesOfOrganisations => typeof(RelateDbContext).GetProperties()
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .Select(property => property.PropertyType.GenericTypeArguments[0])
        .Where(typeof(IOrganisationScoped).IsAssignableFrom);

    /// <summary>A new row of an organisation; what has to be unique is.</summary>
    public static object Create(RelateDbContext context, Type type, Guid organisationId)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in context.Model
            .FindEntityType(type)!
            .GetProperties()
            .Where(property => property.ValueGenerated is ValueGenerated.Never))
        {
            property.PropertyInfo!.SetValue(
                row,
                property.Name == nameof(IOrganisationScoped.OrganisationId) ? organisationId : Value(property));
        }

        return row;
    }

    private static object Value(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var unique = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        return type switch
        {
            _ when type == typeof(Guid) => unique,
            _ when type == typeof(string) => $"{unique:N}"[^Math.Min(property.GetMaxLength() is > 0 and { } longest ? longest : 32, 32)..],
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 16),
            _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("patience"),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) =>
                type.GetField(nameof(ImmutableArray<>.Empty))!.GetValue(null)!,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
            _ => Activator.CreateInstance(type)!,
        };
    }
}
