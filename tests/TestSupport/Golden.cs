namespace RelateBot.TestSupport;

/// <summary>Compares results with expected files. <c>UPDATE_GOLDEN=1</c> rewrites them for review before a commit; never in CI.</summary>
public static class Golden
{
    /// <summary>Compares text with a file below <c>tests/</c>.</summary>
    public static void Equal(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests", path);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (IsSet("UPDATE_GOLDEN") && !IsSet("CI"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"There is no {path}. Run the test with UPDATE_GOLDEN=1, then read what it wrote.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }

    /// <summary>Lists the files in a folder below <c>tests/</c>, to find ones that no test uses.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", folder)).Select(file => Path.GetFileNameWithoutExtension(file)!);

    private static bool IsSet(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value is not ("0" or "false");
}
