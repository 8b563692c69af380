using System.Text.RegularExpressions;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>Limits on the size of source files, folders and lines, each with a planted violation that it catches.</summary>
public sealed partial class SourceSizeTests
{
    private const int MaxLines = 250;
    private const int MaxFiles = 20;
    private const int MaxColumns = 140;

    [Fact]
    public void No_file_of_src_is_longer_than_250_lines()
    {
        Assert.Empty(TooLong(Sources("src")));
        Assert.Equal(["planted.cs"], TooLong([new("planted.cs", new string[MaxLines + 1]), new("fits.cs", new string[MaxLines])]));
    }

    [Fact]
    public void No_folder_of_src_has_more_than_20_files()
    {
        Assert.Empty(TooFull(Sources("src")));
        Assert.Equal(["planted"], TooFull([.. Planted("planted", MaxFiles + 1), .. Planted("fits", MaxFiles)]));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_longer_than_140_columns(string folder) => Assert.Empty(TooWide(Sources(folder)));

    [Fact]
    public void A_line_that_is_too_long_is_found_unless_it_is_text_that_cannot_be_wrapped()
    {
        var wide = new string('x', MaxColumns);

        Assert.Equal(["src/planted.cs:1"], TooWide([new("src/planted.cs", [$"// {wide}", wide])]));
        Assert.Equal(["src/planted.cs:1"], TooWide([new("src/planted.cs", [$"\"{wide}\""])]));
        Assert.Equal(["src/planted.cs:4"], TooWide([new("src/planted.cs", ["\"\"\"", $"<p>{wide}", "\"\"\";", $"Call({wide});"])]));
        Assert.Empty(TooWide([new("src/planted.cs", [$"    /// https://example.org/{wide}"])]));
        Assert.Empty(TooWide([new("tests/planted.cs", [$"    \"{wide}\"", $"    + $\"{wide}\"", $"    $$\"\"\"{wide}\"\"\""])]));
        Assert.Equal(["tests/planted.cs:1"], TooWide([new("tests/planted.cs", [$"Call(\"{wide}\");"])]));
    }

    private static IEnumerable<string> TooLong(IEnumerable<Source> sources) =>
        sources.Where(source => source.Lines.Length > MaxLines).Select(source => source.Path);

    private static IEnumerable<string> TooFull(IEnumerable<Source> sources) => sources
        .GroupBy(source => Path.GetDirectoryName(source.Path)!)
        .Where(folder => folder.Count() > MaxFiles)
        .Select(folder => folder.Key);

    private static IEnumerable<string> TooWide(IEnumerable<Source> sources) => sources.SelectMany(TooWide);

    private static IEnumerable<string> TooWide(Source source)
    {
        var isInRawString = false;
        foreach (var (number, line) in source.Lines.Index())
        {
            var isText = isInRawString || Address().IsMatch(line) || (IsOfTests(source) && Literal().IsMatch(line));
            isInRawString ^= line.Split("\"\"\"").Length % 2 == 0;
            if (line.Length > MaxColumns && !isText)
            {
                yield return $"{source.Path}:{number + 1}";
            }
        }
    }

    private static bool IsOfTests(Source source) => source.Path.StartsWith("tests/", StringComparison.Ordinal);

    private static IReadOnlyList<Source> Sources(string folder)
    {
        List<Source> sources =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(path => !Generated().IsMatch(path))
                .Select(path => new Source(path, File.ReadAllLines(Path.Combine(Repository.Root, path))))
        ];
        Assert.NotEmpty(sources);
        return sources;
    }

    private static IEnumerable<Source> Planted(string folder, int files) =>
        Enumerable.Range(0, files).Select(number => new Source($"{folder}/{number}.cs", []));

    /// <summary>A comment that is only a web address.</summary>
    [GeneratedRegex(@"^\s*///? https://\S+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();

    /// <summary>A line of test data: it starts with a string literal.</summary>
    [GeneratedRegex("""^\s*(\+ )?[$@]*".*$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Literal();

    /// <summary>Compiled output, and migrations, which a tool writes.</summary>
    [GeneratedRegex("(^|/)(bin|obj)/|^src/Migrations/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Generated();

    private sealed record Source(string Path, string[] Lines);
}
