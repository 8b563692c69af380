using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Words are equal when they are the same words in the same order.</summary>
internal sealed class WordsComparer() : ValueComparer<ImmutableArray<string>>(
    (a, b) => a.SequenceEqual(b, StringComparer.Ordinal),
    words => words.Aggregate(0, (hash, word) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(word))),
    words => words);
