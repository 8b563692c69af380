using System.Reflection;
using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Hosting;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>The architecture rules, each with a planted violation that it catches.</summary>
public sealed class HouseRulesTests
{
    private static readonly Assembly Domain = typeof(Exchange).Assembly;
    private static readonly Assembly Infrastructure = typeof(RelateDbContext).Assembly;
    private static readonly Assembly Bot = typeof(RelateBotHost).Assembly;
    private static readonly string[] Platforms = ["Slack", "Teams", "Playground"];
    private static readonly string[] Leaves = [.. Platforms, "Dashboard"];
    private static readonly string[] Seam = ["Chat", "Routing", "Reading"];
    private static readonly string[] Neutral = [.. Seam, "Features"];

    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssembly(Bot)
        .LoadNamespacesWithinAssembly(
            typeof(Planted.FeatureThatKnowsAPlatform).Assembly,
            typeof(Planted.FeatureThatKnowsAPlatform).Namespace!).Build();

    private static readonly IReadOnlyList<(string Type, string Named)> MadeByTheCompiler =
        [.. CompilerMade.NamesIn(Bot), .. CompilerMade.NamesIn(typeof(Planted.FeatureThatKnowsAPlatform).Assembly)];

    [Fact]
    public void The_domain_needs_nothing_but_the_framework()
    {
        Assert.Empty(ForeignReferences(Domain, "System."));
        Assert.NotEmpty(ForeignReferences(Infrastructure, "System."));
    }

    [Fact]
    public void Infrastructure_does_not_know_the_bot()
    {
        Assert.DoesNotContain(Infrastructure.GetReferencedAssemblies(), name => name.Name == Bot.GetName().Name);
        Assert.Contains(Bot.GetReferencedAssemblies(), name => name.Name == Infrastructure.GetName().Name);
    }

    [Fact]
    public void The_seam_and_the_features_know_no_platform()
    {
        Assert.Empty(Violations(Rooms(Neutral), Leaves));
        Assert.NotEmpty(Violations(Types().That().Are(typeof(Planted.FeatureThatKnowsAPlatform)), Platforms));
    }

    [Theory]
    [InlineData(typeof(Planted.FeatureThatKnowsAPlatform))]
    [InlineData(typeof(Planted.InALambda))]
    [InlineData(typeof(Planted.InAClosure))]
    [InlineData(typeof(Planted.InAnAsyncMethod))]
    [InlineData(typeof(Planted.InAnAsyncLambda))]
    [InlineData(typeof(Planted.InAnIterator))]
    [InlineData(typeof(Planted.InAnAsyncIterator))]
    [InlineData(typeof(Planted.InALambdaOfAnAsyncIterator))]
    [InlineData(typeof(Planted.InATypeArgument))]
    [InlineData(typeof(Planted.InALocal))]
    public void A_name_is_found_wherever_in_a_type_it_stands(Type planted)
    {
        Assert.NotEmpty(Violations(Types().That().Are(planted), "Slack"));
        Assert.Empty(Violations(Types().That().Are(planted), "Teams"));
    }

    [Fact]
    public void The_domain_and_the_features_name_no_platform()
    {
        Assert.Empty(PlatformNames(Domain.GetTypes()));
        Assert.Empty(PlatformNames(Under(Neutral)));
        Assert.NotEmpty(PlatformNames([typeof(Planted.SlackNamed)]));
    }

    [Fact]
    public void Routing_and_reading_know_no_feature()
    {
        Assert.Empty(Violations(Rooms("Routing", "Reading"), "Features"));
        Assert.NotEmpty(Violations(Types().That().Are(typeof(ChatRegistration)), "Features"));
    }

    [Fact]
    public void No_leaf_knows_another()
    {
        foreach (var leaf in Leaves)
        {
            Assert.Empty(Violations(Rooms(leaf), [.. Leaves.Except([leaf], StringComparer.Ordinal)]));
        }

        Assert.NotEmpty(Violations(Types().That().Are(typeof(Planted.FeatureThatKnowsAPlatform)), "Slack"));
    }

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        Assert.Empty(Unsealed([.. Domain.GetTypes(), .. Infrastructure.GetTypes(), .. Bot.GetTypes()]));
        Assert.NotEmpty(Unsealed([typeof(Planted.Unsealed)]));
    }

    [Fact]
    public void No_folder_lies_more_than_three_deep_below_its_project()
    {
        var folder = Path.Combine(Repository.Root, "src");
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar))
            .Where(parts => !parts.Contains("obj", StringComparer.Ordinal) && !parts.Contains("bin", StringComparer.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, parts => Assert.True(parts.Length <= 5, $"{string.Join('/', parts)} is more than three folders deep"));
    }

    [Fact]
    public void Public_types_of_the_domain_and_the_seam_have_docstrings()
    {
        var documented = File.ReadAllText(Path.ChangeExtension(Domain.Location, ".xml"))
            + File.ReadAllText(Path.ChangeExtension(Bot.Location, ".xml"));

        Assert.Empty(Undocumented([.. Domain.GetExportedTypes(), .. Under(Seam).Where(type => type.IsVisible)], documented));
        Assert.NotEmpty(Undocumented([typeof(Planted.Unsealed)], documented));
    }

    private static IEnumerable<string> Undocumented(IEnumerable<Type> types, string documented) => types
        .Where(type =>
            type.Name != "ChatJson"
                && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
                && type.DeclaringType?.Name != "ChatJson")
        .Where(type => !documented.Contains($"<member name=\"T:{type.FullName!.Replace('+', '.')}\">", StringComparison.Ordinal))
        .Select(type => type.FullName!);

    private static IEnumerable<string> ForeignReferences(Assembly assembly, string allowed) => assembly.GetReferencedAssemblies()
        .Select(name => name.Name!).Where(name => !name.StartsWith(allowed, StringComparison.Ordinal));

    private static GivenTypesConjunction Rooms(params string[] rooms) =>
        Types().That().ResideInNamespaceMatching($@"^RelateBot\.Bot\.({string.Join('|', rooms)})(\.|$)");

    private static IReadOnlyList<string> Violations(GivenTypesConjunction types, params string[] forbidden)
    {
        var looked = types.GetObjects(Code).Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(looked);
        return
        [
            .. Types()
                .That()
                .Are(types)
                .Should()
                .NotDependOnAny(Rooms(forbidden))
                .Evaluate(Code)
                .Where(result => !result.Passed)
                .Select(result => result.Description),
            .. MadeByTheCompiler.Where(made => looked.Contains(made.Type))
                .Where(made => Array.Exists(forbidden, room => made.Named.StartsWith($"RelateBot.Bot.{room}.", StringComparison.Ordinal)))
                .Select(made => $"{made.Type} names {made.Named}"),
        ];
    }

    private static IEnumerable<string> PlatformNames(IEnumerable<Type> types) => types
        .SelectMany(type =>
            type
                .GetMembers(
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(member => member.Name).Append(type.Name).Select(name => (Type: type, Name: name)))
        .Where(named => !named.Name.Contains("ForTeams", StringComparison.Ordinal))
        .Where(named =>
            named.Name.Contains("Slack", StringComparison.Ordinal) || named.Name.Contains("MicrosoftTeams", StringComparison.Ordinal)
            || named.Name.Contains("BlockKit", StringComparison.Ordinal) || named.Name.Contains("AdaptiveCard", StringComparison.Ordinal))
        .Select(named => $"{named.Type.FullName}.{named.Name}");

    // Razor writes the classes of pages, and seals none.
    private static IEnumerable<string> Unsealed(IReadOnlyCollection<Type> types) => types
        .Where(type =>
            type is { IsClass: true, IsSealed: false, IsAbstract: false }
                && !IsUnder(type, "RelateBot.Bot.Dashboard.Pages")
                && !type.Name.Contains('<', StringComparison.Ordinal))
        .Where(type => type.Namespace?.StartsWith("RelateBot", StringComparison.Ordinal) == true)
        .Where(type => !types.Any(other => other.BaseType == type))
        .Select(type => type.FullName!);

    private static bool IsUnder(Type type, string room) =>
        type.Namespace == room || type.Namespace?.StartsWith($"{room}.", StringComparison.Ordinal) == true;

    private static IEnumerable<Type> Under(params string[] rooms) =>
        Bot.GetTypes().Where(type => Array.Exists(rooms, room => IsUnder(type, $"RelateBot.Bot.{room}")));
}
