using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Approaches are equal when they are the same ones in the same order.</summary>
internal sealed class ApproachesComparer() : ValueComparer<ImmutableArray<Approach>>(
    (a, b) => a.SequenceEqual(b),
    approaches => approaches.Aggregate(0, (hash, approach) => HashCode.Combine(hash, approach)),
    approaches => approaches);
