using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RelateBot.TestSupport.Databases;

/// <summary>SQLite accepts text that is longer than the model allows; the servers don't. In tests, writing such text fails.</summary>
public sealed class LengthGuard : SaveChangesInterceptor
{
    public static LengthGuard Instance { get; } = new();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tooLong = eventData.Context!.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .SelectMany(entry => entry.Properties)
            .FirstOrDefault(property => property.Metadata.GetMaxLength() is > 0 and var longest && Stored(property)?.Length > longest);
        return tooLong is null
            ? base.SavingChangesAsync(eventData, result, cancellationToken)
            : throw new InvalidOperationException(
                $"{tooLong.Metadata.DeclaringType.ShortName()}.{tooLong.Metadata.Name} is longer than {tooLong.Metadata.GetMaxLength()}.");
    }

    private static string? Stored(PropertyEntry property) =>
        (property.Metadata.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(property.CurrentValue)
            : property.CurrentValue) as string;
}
