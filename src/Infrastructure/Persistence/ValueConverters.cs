using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// Stores the few proactive messages of the last days in one readable column, separated by spaces:
/// <c>2026-11-20@2026-11-20T14:05:00.0000000Z</c>.
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
        : throw new FormatException($"'{stored}' isn't a proactive message.");
}

/// <summary>Compares lists of proactive messages, including their order.</summary>
internal sealed class ProactiveMessagesComparer() : ValueComparer<ImmutableArray<ProactiveMessage>>(
    (a, b) => a.SequenceEqual(b),
    approaches => approaches.Aggregate(0, (hash, approach) => HashCode.Combine(hash, approach)),
    approaches => approaches);

/// <summary>
/// Replaces NUL, which PostgreSQL rejects, and unpaired surrogates, which UTF-8 can't encode, in all three databases, so that such text can
/// still be saved.
/// </summary>
internal sealed class TextConverter() : ValueConverter<string, string>(text => Keepable(text), stored => stored)
{
    private static string Keepable(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0')
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD')));
}

/// <summary>Stores times as UTC without an offset, which all three databases compare and sort alike.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc), TimeSpan.Zero));

/// <summary>Stores a few words without spaces in one readable column.</summary>
internal sealed class WordsConverter() : ValueConverter<ImmutableArray<string>, string>(
    words => string.Join(' ', words),
    stored => ImmutableArray.Create(stored.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

/// <summary>Compares lists of words, including their order.</summary>
internal sealed class WordsComparer() : ValueComparer<ImmutableArray<string>>(
    (a, b) => a.SequenceEqual(b, StringComparer.Ordinal),
    words => words.Aggregate(0, (hash, word) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(word))),
    words => words);
