using System.Globalization;
using System.Text.RegularExpressions;
using RelateBot.Bot.Routing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Layout;

/// <summary>The pages docs/life-of-*.md name files and types that exist, no file twice, and count them right.</summary>
public sealed partial class LifeOfPagesTests
{
    private static readonly string docs = Path.Combine(Repository.Root, "docs");

    private static readonly HashSet<string> types =
    [
        .. new[] { typeof(Person), typeof(RelateDbContext), typeof(RequestPipeline) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Select(type => type.Name.Split('`')[0])
    ];

    private static readonly string[] names =
        [.. Directory.GetFiles(docs, "life-of-*.md").Select(page => Path.GetFileName(page)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. names];

    [Fact]
    public void There_is_a_page_for_a_thanks_an_ask_a_prompt_and_a_digest() =>
        Assert.Equal(["life-of-a-digest.md", "life-of-a-prompt.md", "life-of-a-thanks.md", "life-of-an-ask.md"], names);

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_names_exists_and_is_counted(string page) => Assert.Empty(Faults(File.ReadAllText(Path.Combine(docs, page))));

    [Fact]
    public void Each_kind_of_fault_is_found() =>
        Assert.Equal(
            [
                "Bot/Nowhere is not there",
                "Domain/People/Nobody.cs is not there",
                "Domain/People/Person.cs is named twice",
                "NoSuchType is no type",
                "3 files are passed, not 2",
            ],
            Faults(
                """
                You pass 2 files.
                | 1 | `Domain/People/Person.cs`, `Domain/People/Nobody.cs`, `Domain/People/Person.cs` | `Person`, `Person.Name`, `NoSuchType` |
                `Bot/Nowhere`
                """));

    private static List<string> Faults(string page)
    {
        var paths = NamedPath().Matches(page).Select(match => match.Groups["path"].Value).ToList();
        var files = paths.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        var named = NamedType().Matches(page).Select(match => match.Groups["type"].Value).Distinct(StringComparer.Ordinal);
        var told = PassedFiles().Match(page).Groups["count"].Value;
        var passed = files.Count.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. paths.Where(path => !Path.Exists(Path.Combine(Repository.Root, "src", path)))
                .Order(StringComparer.Ordinal)
                .Select(path => $"{path} is not there"),
            .. files.GroupBy(file => file).Where(same => same.Count() > 1).Select(same => $"{same.Key} is named twice"),
            .. named.Where(type => !types.Contains(type)).Select(type => $"{type} is no type"),
            .. passed == told ? Array.Empty<string>() : [$"{passed} files are passed, not {told}"],
        ];
    }

    [GeneratedRegex("`(?<path>(?:Bot|Domain|Infrastructure)/[A-Za-z/.]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"`(?<type>[A-Z][A-Za-z]+)(?:\.[A-Za-z]+)?`", RegexOptions.NonBacktracking)]
    private static partial Regex NamedType();

    [GeneratedRegex(@"[Yy]ou pass (?<count>\d+) files", RegexOptions.NonBacktracking)]
    private static partial Regex PassedFiles();
}
