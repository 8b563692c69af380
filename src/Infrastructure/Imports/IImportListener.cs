namespace RelateBot.Infrastructure.Imports;

/// <summary>Hears how an import goes.</summary>
public interface IImportListener
{
    /// <summary>A row was refused, wholly or in part.</summary>
    void Refused(RowFault fault);

    /// <summary>So many rows were read; <paramref name="fraction"/> of the file (0..1).</summary>
    void Read(int rows, double fraction);
}
