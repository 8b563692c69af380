using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Times are kept as UTC without an offset: the one form that all three databases compare and sort alike.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc), TimeSpan.Zero));
