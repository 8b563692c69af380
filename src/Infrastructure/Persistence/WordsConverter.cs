using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>A few words without spaces are kept as one readable column.</summary>
internal sealed class WordsConverter() : ValueConverter<ImmutableArray<string>, string>(
    words => string.Join(' ', words),
    stored => ImmutableArray.Create(stored.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
