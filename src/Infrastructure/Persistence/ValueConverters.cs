using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// The few approaches of the last days are kept as one readable column: <c>2026-11-20@2026-11-20T14:05:00.0000000Z</c>, parted by spaces.
/// </summary>
internal sealed class ProactiveMessagesConverter() : ValueConverter<ImmutableArray<ProactiveMessage>, string>(
    approaches => string.Join(' ', approaches.Select(Write)),
    stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToImmutableArray())
{
    private static string Write(ProactiveMessage approach) =>
        string.Create(CultureInfo.InvariantCulture, $"{approach.Day:O}@{approach.At.UtcDateTime:O}");

    private static ProactiveMessage Read(string stored) => stored.Split('@') is [var day, var at]
        ? new ProactiveMessage(
            DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
        : throw new FormatException($"'{stored}' is no approach.");
}

/// <summary>Approaches are equal when they are the same ones in the same order.</summary>
internal sealed class ProactiveMessagesComparer() : ValueComparer<ImmutableArray<ProactiveMessage>>(
    (a, b) => a.SequenceEqual(b),
    approaches => approaches.Aggregate(0, (hash, approach) => HashCode.Combine(hash, approach)),
    approaches => approaches);

/// <summary>
/// PostgreSQL refuses NUL, and half a surrogate pair has no form in UTF-8. Either becomes a replacement character, in all three
/// databases, rather than the end of somebody's thanks.
/// </summary>
internal sealed class TextConverter() : ValueConverter<string, string>(text => Keepable(text), stored => stored)
{
    private static string Keepable(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0')
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD')));
}

/// <summary>Times are kept as UTC without an offset: the one form that all three databases compare and sort alike.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc), TimeSpan.Zero));

/// <summary>A few words without spaces are kept as one readable column.</summary>
internal sealed class WordsConverter() : ValueConverter<ImmutableArray<string>, string>(
    words => string.Join(' ', words),
    stored => ImmutableArray.Create(stored.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

/// <summary>Words are equal when they are the same words in the same order.</summary>
internal sealed class WordsComparer() : ValueComparer<ImmutableArray<string>>(
    (a, b) => a.SequenceEqual(b, StringComparer.Ordinal),
    words => words.Aggregate(0, (hash, word) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(word))),
    words => words);
