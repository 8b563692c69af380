using System.Text.Json;
using System.Text.RegularExpressions;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Layout;

/// <summary>Files named in the solution, the workflows and the documentation exist.</summary>
public sealed partial class NamedPathsTests
{
    [Fact]
    public void The_solution_names_files_that_exist()
    {
        // An item of a solution folder is written twice, with an equals sign between; so are configurations, which have a bar.
        var items = Read("RelateBot.sln").Split('\n').Select(line => line.Trim().Split(" = "))
            .Where(sides => sides is [var left, var right] && left == right && !left.Contains('|', StringComparison.Ordinal));
        var named = items.Select(sides => sides[0].Replace('\\', '/')).ToList();

        Assert.Contains("docs/what-we-store.md", named);
        Assert.Empty(Absent(named));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Read("RelateBot.sln").Replace('\\', '/');
        var projects = new[] { "src", "tests" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Workflows_and_templates_name_paths_that_exist()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, ".github"), "*", SearchOption.AllDirectories);
        var named = files.SelectMany(file => RepositoryPath().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToList();

        Assert.Contains(".ci/run", named);
        Assert.Empty(Absent(named));
    }

    [Theory]
    [InlineData("")]
    [InlineData("docs")]
    public void Links_in_pages_lead_somewhere(string folder)
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.md");
        var links = pages.SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(match => match.Groups["to"].Value))
            .Where(link => !link.StartsWith("../../", StringComparison.Ordinal)).Select(link => Path.Combine(folder, link)).ToList();

        Assert.NotEmpty(links);
        Assert.Empty(Absent(links));
    }

    [Fact]
    public void The_container_for_development_has_the_SDK_that_the_repository_asks_for()
    {
        using var container = JsonDocument.Parse(Read(".devcontainer/devcontainer.json"));
        using var global = JsonDocument.Parse(Read("global.json"));

        var sdk = container.RootElement
            .GetProperty("features")
            .EnumerateObject()
            .Single(feature => feature.Name.Contains("/dotnet:", StringComparison.Ordinal));
        Assert.StartsWith(
            sdk.Value.GetProperty("version").GetString() + ".",
            global.RootElement.GetProperty("sdk").GetProperty("version").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_found() =>
        Assert.Equal(["docs/nothing.md"], Absent(["docs/slack.md", "docs", "docs/nothing.md"]));

    private static List<string> Absent(IEnumerable<string> paths) =>
        [.. paths.Where(path => !Path.Exists(Path.Combine(Repository.Root, path)))];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("""(?:\.ci|src|tests|docs|infra)/[\w./-]*\w""", RegexOptions.NonBacktracking)]
    private static partial Regex RepositoryPath();

    [GeneratedRegex("""\]\((?<to>[^)#:]+)(?:#[^)]*)?\)""", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
