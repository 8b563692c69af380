using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Imports;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    public int Added { get; init; }

    public int Changed { get; init; }

    /// <summary>Rows that were stored already.</summary>
    public int Unchanged { get; init; }

    /// <summary>What concerns the file as a whole, a sentence each.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    public static ImportReport operator +(ImportReport left, ImportReport right) => new()
    {
        Added = left.Added + right.Added,
        Changed = left.Changed + right.Changed,
        Unchanged = left.Unchanged + right.Unchanged,
        Notices = [.. left.Notices, .. right.Notices],
    };
}
