using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Records what a context is about to write, so that exactly these changes can be undone later.</summary>
internal static class RowChanges
{
    /// <summary>Returns all changes except rows in <paramref name="others"/>, which came from elsewhere.</summary>
    public static List<RowChange> Of(RelateDbContext context, IReadOnlySet<object> others)
    {
        context.ChangeTracker.DetectChanges();
        return
        [
            .. context.ChangeTracker.Entries()
                .Where(entry => !others.Contains(entry.Entity)
                    && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(Of),
        ];
    }

    /// <summary>Undoes the changes in the context; the caller commits. Rows that no longer exist are skipped.</summary>
    public static async Task UndoAsync(RelateDbContext context, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            var type = context.Model.FindEntityType(change.Type)!;
            object?[] key = [.. type.FindPrimaryKey()!.Properties.Select(property => Read(property, change.Key))];
            var row = await context.FindAsync(type.ClrType, key, cancellationToken);
            switch (change.State)
            {
                case EntityState.Added when row is not null:
                    context.Remove(row);
                    break;
                case EntityState.Modified when row is not null:
                    Write(context.Entry(row), change.Values);
                    break;
                case EntityState.Deleted when row is null:
                    var again = context.Entry(Activator.CreateInstance(type.ClrType)!);
                    Write(again, change.Key);
                    Write(again, change.Values);
                    again.State = EntityState.Added;
                    break;
            }
        }
    }

    private static RowChange Of(EntityEntry entry) => new(
        entry.Metadata.Name,
        entry.State,
        Values(entry, property => property.Metadata.IsPrimaryKey()),
        entry.State is EntityState.Added
            ? []
            : Values(entry, property => !property.Metadata.IsPrimaryKey()
                && (entry.State is EntityState.Deleted || (property.IsModified && !property.Metadata.IsConcurrencyToken))));

    private static Dictionary<string, JsonElement> Values(EntityEntry entry, Func<PropertyEntry, bool> which) =>
        entry.Properties.Where(which).ToDictionary(
            property => property.Metadata.Name,
            property => JsonSerializer.SerializeToElement(
                entry.State is EntityState.Added ? property.CurrentValue : property.OriginalValue, property.Metadata.ClrType),
            StringComparer.Ordinal);

    private static void Write(EntityEntry entry, Dictionary<string, JsonElement> values)
    {
        foreach (var property in entry.Properties.Where(property => values.ContainsKey(property.Metadata.Name)))
        {
            property.CurrentValue = Read(property.Metadata, values);
        }
    }

    private static object? Read(IReadOnlyPropertyBase property, Dictionary<string, JsonElement> values) =>
        values[property.Name].Deserialize(property.ClrType);
}

/// <summary>A row before it was changed.</summary>
/// <param name="Type">The entity's name in the model.</param>
/// <param name="State">What happened to it.</param>
/// <param name="Key">Its primary key.</param>
/// <param name="Values">The earlier values of the changed columns, or of all columns for a deleted row.</param>
internal sealed record RowChange(
    string Type, EntityState State, Dictionary<string, JsonElement> Key, Dictionary<string, JsonElement> Values);
