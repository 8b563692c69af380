using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Imports;

/// <summary>The result of an import.</summary>
public sealed record ImportReport
{
    public int Added { get; init; }

    public int Changed { get; init; }

    /// <summary>Rows that were already stored.</summary>
    public int Unchanged { get; init; }

    /// <summary>People who are no longer active.</summary>
    public int SwitchedOff { get; init; }

    /// <summary>Messages about the file as a whole, one sentence each.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>What a dry run would change, one line each.</summary>
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

/// <summary>Why a row was refused or only partly imported.</summary>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Reason">A sentence for the administrator.</param>
public sealed record RowFault(int Line, string Reason);

/// <summary>Receives the progress of an import.</summary>
public interface IImportListener
{
    /// <summary>Called when a row is refused or only partly imported.</summary>
    void Refused(RowFault fault);

    /// <summary>Called with the number of rows read and the share of the file, 0..1.</summary>
    void Read(int rows, double fraction);
}

/// <summary>The file can't be read as a table.</summary>
public sealed class ImportFileException(string message) : Exception(message);
