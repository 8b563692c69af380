using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Layout;

public sealed class FeatureFoldersTests
{
    [Fact]
    public void Every_feature_has_a_folder_of_tests() =>
        Assert.Equal(FoldersOf("src/Bot/Features"), FoldersOf("tests/Bot.Tests/Features"));

    private static List<string> FoldersOf(string path) =>
        [.. new DirectoryInfo(Path.Combine(Repository.Root, path)).EnumerateDirectories().Select(folder => folder.Name)
            .Order(StringComparer.Ordinal)];
}
