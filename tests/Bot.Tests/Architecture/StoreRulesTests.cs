using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>How the store is come by, each rule with a planted violation that it catches.</summary>
public sealed class StoreRulesTests
{
    private static readonly string[] Rooms = ["Chat", "Features", "Routing"];
    private static readonly Assembly[] Ours = [typeof(RelateDbContext).Assembly, typeof(RelateBotHost).Assembly];

    /// <summary>Who opens a scope of dependency injection by hand, and why.</summary>
    private static readonly Dictionary<string, string> opensScopes = new(StringComparer.Ordinal)
    {
        [nameof(OrganisationScope)] = "That is what it is for.",
        ["ProtectionKeyRepository"] = "Data Protection asks for keys in methods that are not asynchronous.",
        ["ClockCheck"] = "A check of doctor tells what it finds one after the other, from a database that may lack tables.",
        ["DatabaseCheck"] = "The same.",
        ["OutboxCheck"] = "The same.",
        ["InstallationsCheck"] = "The same.",
    };

    [Fact]
    public void The_seam_and_the_features_name_no_EF_Core()
    {
        var types = Ours[1].GetTypes().Where(type => Rooms.Any(room => $"{type.Namespace}.".StartsWith($"RelateBot.Bot.{room}.", StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.Where(KnowsTheDatabase).Select(type => type.FullName));
        Assert.True(KnowsTheDatabase(typeof(Planted.FeatureThatKnowsTheDatabase)));
    }

    [Fact]
    public void No_source_of_the_seam_and_the_features_names_EF_Core()
    {
        var files = Rooms.Select(room => Path.Combine(Repository.Root, "src", "Bot", room)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(NamesTheDatabase));
        Assert.True(NamesTheDatabase(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Architecture", "Planted.cs")));
    }

    [Fact]
    public void Only_the_organisation_scope_turns_to_an_organisation()
    {
        Assert.Equal([nameof(OrganisationScope)], Callers(TurnsToAnOrganisation, Ours.SelectMany(assembly => assembly.GetTypes())));
        Assert.NotEmpty(Callers(TurnsToAnOrganisation, [typeof(Planted.ScopeByHand)]));
    }

    [Fact]
    public void Only_the_organisation_scope_opens_scopes_but_for_what_has_a_reason()
    {
        Assert.Equal(opensScopes.Keys.Order(StringComparer.Ordinal), Callers(OpensAScope, Ours.SelectMany(assembly => assembly.GetTypes())));
        Assert.NotEmpty(Callers(OpensAScope, [typeof(Planted.ScopeByHand)]));
    }

    private static bool KnowsTheDatabase(Type type) => Dependencies.Of(type).Any(named =>
        named.IsAssignableTo(typeof(DbContext)) || named.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true);

    private static bool NamesTheDatabase(string file) => File.ReadAllText(file) is var text
        && (text.Contains("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || text.Contains(nameof(RelateDbContext), StringComparison.Ordinal));

    private static bool TurnsToAnOrganisation(MemberInfo member) => member.DeclaringType == typeof(Tenant) && member.Name == nameof(Tenant.Use);

    private static bool OpensAScope(MemberInfo member) => member.Name is nameof(IServiceScopeFactory.CreateScope) or nameof(ServiceProviderServiceExtensions.CreateAsyncScope)
        && (member.DeclaringType == typeof(IServiceScopeFactory) || member.DeclaringType == typeof(ServiceProviderServiceExtensions));

    /// <summary>The classes, as they are written, whose code names such a member.</summary>
    private static IEnumerable<string> Callers(Func<MemberInfo, bool> isMeant, IEnumerable<Type> types) => types
        .Where(type => Dependencies.MembersNamedBy(type).Any(isMeant)).Select(Written).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Written(Type type) => type.DeclaringType is { } outer && type.DeclaringType != typeof(Planted) ? Written(outer) : type.Name;
}
