using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>Rules about access to the store, each with a planted violation that it catches.</summary>
public sealed class StoreRulesTests
{
    private static readonly string[] Rooms = ["Chat", "Features", "Routing", "Reading"];
    private static readonly Assembly[] Ours = [typeof(RelateDbContext).Assembly, typeof(RelateBotHost).Assembly];

    /// <summary>Who opens a scope of dependency injection by hand, and why.</summary>
    private static readonly Dictionary<string, string> opensScopes = new(StringComparer.Ordinal)
    {
        [nameof(OrganisationScope)] = "That is what it is for.",
        ["ClockCheck"] = "A check of doctor tells what it finds one after the other, from a database that may lack tables.",
        ["DatabaseCheck"] = "The same.",
        ["OutboxCheck"] = "The same.",
        ["InstallationsCheck"] = "The same.",
    };

    [Fact]
    public void The_seam_and_the_features_name_no_EF_Core()
    {
        var names = CompilerMade.AllNamesIn(Ours[1]);

        Assert.Contains(names, name => IsIn(name.Type, "Features"));
        Assert.DoesNotContain(names, name => Rooms.Any(room => IsIn(name.Type, room)) && IsDatabase(name.Named));
        Assert.Contains(
            CompilerMade.AllNamesIn(typeof(StoreRulesTests).Assembly),
            name => name.Type == typeof(Planted.FeatureThatKnowsTheDatabase).FullName && IsDatabase(name.Named));
    }

    [Fact]
    public void No_source_of_the_seam_and_the_features_names_EF_Core()
    {
        var files = Rooms.Select(room => Path.Combine(Repository.Root, "src", "Bot", room)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, NamesTheDatabase);
        Assert.True(NamesTheDatabase(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Architecture", "Planted.cs")));
    }

    [Fact]
    public void Only_the_organisation_scope_turns_to_an_organisation()
    {
        Assert.Equal([nameof(OrganisationScope)], Callers(TurnsToAnOrganisation, Ours));
        Assert.Contains(nameof(Planted.ScopeByHand), Callers(TurnsToAnOrganisation, [typeof(StoreRulesTests).Assembly]));
    }

    [Fact]
    public void Only_the_organisation_scope_opens_scopes_but_for_what_has_a_reason()
    {
        Assert.Equal(opensScopes.Keys.Order(StringComparer.Ordinal), Callers(OpensAScope, Ours));
        Assert.Contains(nameof(Planted.ScopeByHand), Callers(OpensAScope, [typeof(StoreRulesTests).Assembly]));
    }

    private static bool IsIn(string type, string room) => type.StartsWith($"RelateBot.Bot.{room}.", StringComparison.Ordinal);

    private static bool IsDatabase(string named) =>
        named.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || named == typeof(RelateDbContext).FullName;

    private static bool NamesTheDatabase(string file) => File.ReadAllText(file) is var text
        && (text.Contains("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || text.Contains(nameof(RelateDbContext), StringComparison.Ordinal));

    private static bool TurnsToAnOrganisation((string Type, string On, string Method) call) =>
        call.On == typeof(Tenant).FullName && call.Method == nameof(Tenant.Use);

    private static bool OpensAScope((string Type, string On, string Method) call) =>
        call.Method is nameof(IServiceScopeFactory.CreateScope) or nameof(ServiceProviderServiceExtensions.CreateAsyncScope)
        && (call.On == typeof(IServiceScopeFactory).FullName || call.On == typeof(ServiceProviderServiceExtensions).FullName);

    /// <summary>The classes, as they are written, whose code makes such a call.</summary>
    private static IEnumerable<string> Callers(
        Func<(string Type, string On, string Method), bool> isMeant,
        IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(CompilerMade.CallsIn).Where(isMeant).Select(call => call.Type.Split('+')[0].Split('.')[^1])
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
