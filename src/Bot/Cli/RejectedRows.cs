using RelateBot.Infrastructure.Exports;
using RelateBot.Infrastructure.Imports;

namespace RelateBot.Bot.Cli;

/// <summary>
/// Collects the rejected rows of a file: keeps the first ones to print and writes all of them to a file, if there is one.
/// </summary>
internal sealed class RejectedRows : IDisposable
{
    private const int Shown = 50;

    private readonly List<RowFault> first = [];
    private readonly SpreadsheetWriter? file;

    public RejectedRows(string? path)
    {
        if (path is not null)
        {
            file = SpreadsheetWriter.ToFile(path);
            file.Write("line", "reason");
        }
    }

    public int Count { get; private set; }

    public IReadOnlyList<RowFault> First => first;

    public void Add(RowFault fault)
    {
        Count++;
        if (first.Count < Shown)
        {
            first.Add(fault);
        }

        file?.Write($"{fault.Line}", fault.Reason);
    }

    public void Dispose() => file?.Dispose();
}
