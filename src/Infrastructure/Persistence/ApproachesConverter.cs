using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>The few approaches of the last days are kept as one readable column: <c>2026-11-20@2026-11-20T14:05:00.0000000Z</c>, parted by spaces.</summary>
internal sealed class ApproachesConverter() : ValueConverter<ImmutableArray<Approach>, string>(
    approaches => string.Join(' ', approaches.Select(Write)),
    stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToImmutableArray())
{
    private static string Write(Approach approach) => string.Create(CultureInfo.InvariantCulture, $"{approach.Day:O}@{approach.At.UtcDateTime:O}");

    private static Approach Read(string stored) => stored.Split('@') is [var day, var at]
        ? new Approach(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture), DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
        : throw new FormatException($"'{stored}' is no approach.");
}
