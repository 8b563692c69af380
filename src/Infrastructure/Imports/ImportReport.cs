using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Imports;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    public int Added { get; init; }

    public int Changed { get; init; }

    /// <summary>Rows that were stored already.</summary>
    public int Unchanged { get; init; }

    /// <summary>People who are no longer active.</summary>
    public int SwitchedOff { get; init; }

    /// <summary>What concerns the file as a whole, a sentence each.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>What a dry run would change, a line each.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];

    public static ImportReport operator +(ImportReport left, ImportReport right) => new()
    {
        Added = left.Added + right.Added,
        Changed = left.Changed + right.Changed,
        Unchanged = left.Unchanged + right.Unchanged,
        SwitchedOff = left.SwitchedOff + right.SwitchedOff,
        Notices = [.. left.Notices, .. right.Notices],
        Differences = [.. left.Differences, .. right.Differences],
    };
}

/// <summary>Why a row of a file could not be taken as it is.</summary>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Reason">A sentence for the administrator.</param>
public sealed record RowFault(int Line, string Reason);

/// <summary>Hears how an import goes.</summary>
public interface IImportListener
{
    /// <summary>A row was refused, wholly or in part.</summary>
    void Refused(RowFault fault);

    /// <summary>So many rows were read; <paramref name="fraction"/> of the file (0..1).</summary>
    void Read(int rows, double fraction);
}

/// <summary>The file cannot be read as a table at all.</summary>
public sealed class ImportFileException(string message) : Exception(message);
