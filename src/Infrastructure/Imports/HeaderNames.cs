using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Imports;

/// <summary>Identifies the columns of a file by their names, in any case and spelling, or by usual synonyms.</summary>
internal sealed class HeaderNames(IReadOnlyCollection<string> known, IReadOnlyDictionary<string, string> synonyms)
{
    private readonly List<string> unknown = [];

    /// <summary>Columns of the file that aren't used, in lower case.</summary>
    public ImmutableArray<string> Unknown => [.. unknown];

    /// <summary>Returns our name for each column; empty for unknown ones. Synonyms that were recognised are added to the notices.</summary>
    /// <exception cref="ImportFileException">The header has a column twice.</exception>
    public ImmutableArray<string> Read(ImmutableArray<string> headers, List<string> notices)
    {
        var names = headers.Select(header => header.Trim().Trim('\uFEFF').ToLowerInvariant()).ToArray();
        if (names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)
            is { Key: var twice })
        {
            throw new ImportFileException($"The header has the column {twice} twice.");
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

    /// <summary>Keeps only letters and digits.</summary>
    private static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
