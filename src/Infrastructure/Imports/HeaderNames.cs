using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Imports;

/// <summary>Finds out which column of a file is which, by its name in any case and spelling or by another usual name.</summary>
internal sealed class HeaderNames(IReadOnlyCollection<string> known, IReadOnlyDictionary<string, string> synonyms)
{
    private readonly List<string> unknown = [];

    /// <summary>Columns that mean nothing here, as the file names them in lower case.</summary>
    public ImmutableArray<string> Unknown => [.. unknown];

    /// <summary>Our name of each column; empty for one that means nothing. What was read in other words is told.</summary>
    /// <exception cref="ImportFileException">The header names a column twice.</exception>
    public ImmutableArray<string> Read(ImmutableArray<string> headers, List<string> notices)
    {
        var names = headers.Select(header => header.Trim().Trim('\uFEFF').ToLowerInvariant()).ToArray();
        if (names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)
            is { Key: var twice })
        {
            throw new ImportFileException($"The header names the column {twice} twice.");
        }

        var columns = names.Select(name => known.Contains(name, StringComparer.Ordinal) ? name : "").ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (columns[i].Length > 0 || names[i].Length == 0)
            {
                continue;
            }

            var key = KeyOf(names[i]);
            var meant = known.FirstOrDefault(name => KeyOf(name) == key) ?? synonyms.GetValueOrDefault(key);
            if (meant is null || columns.Contains(meant, StringComparer.Ordinal))
            {
                unknown.Add(names[i]);
                continue;
            }

            columns[i] = meant;
            notices.Add($"Read the column \"{headers[i].Trim()}\" as {meant}.");
        }

        return [.. columns];
    }

    /// <summary>Letters and digits alone.</summary>
    private static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
