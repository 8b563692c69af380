using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>
/// The providers of the database servers translate every query of the code base, even if SQL Server isn't available. Each method with a
/// query is found in the compiled code and called against a fake database, once without rows and once with a row for each query. If a query
/// wasn't executed, because it couldn't be translated or wasn't reached, the test fails with its method's name.
/// </summary>
public sealed class QueryTranslationTests
{
    private static readonly string[] ForOneDatabaseAlone = [
        "Migrator.ForgetAbandonedLockAsync",
        "Migrator.MigrateInTurnAsync",
        "DatabaseCheck.JournalModeAsync"
    ];

    [Theory]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Every_query_of_the_code_base_is_translated(DatabaseProvider provider)
    {
        var sites = QuerySites
            .In(QuerySites.Ours.SelectMany(assembly => assembly.GetTypes()))
            .Where(site => !ForOneDatabaseAlone.Contains(site.ToString()))
            .ToList();

        var untranslated = await UntranslatedAsync(provider, sites);

        Assert.NotEmpty(sites);
        Assert.True(untranslated.Count == 0, string.Join('\n', untranslated.Values));
    }

    [Theory]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_query_that_no_database_understands_or_that_is_out_of_reach_is_found(DatabaseProvider provider)
    {
        var sites = QuerySites.In([typeof(Planted), .. typeof(Planted).GetNestedTypes(QuerySites.Everything)]).ToList();

        var untranslated = await UntranslatedAsync(provider, sites);

        Assert.Equal(
            [
                "CountAsync",
                nameof(Planted.FiltersOnTheClientAsync),
                nameof(Planted.OutOfReachAsync),
                nameof(Planted.ProjectsOnTheClientAsync)
            ],
            untranslated.Keys.Select(site => site.Method.Name).Order(StringComparer.Ordinal));
        Assert.Contains(sites, site => site.Method.Name == nameof(Planted.IsTranslatedAsync));
    }

    [Fact]
    public async Task A_list_of_any_length_stays_within_SQL_Servers_parameters()
    {
        var sites = QuerySites.In([typeof(Planted), .. typeof(Planted).GetNestedTypes(QuerySites.Everything)])
            .Where(site => site.Method.Name == nameof(Planted.AsksForManyAsync)).ToList();

        Assert.Empty((await UntranslatedAsync(DatabaseProvider.SqlServer, sites)).Values);
    }

    private static async Task<Dictionary<QuerySite, string>> UntranslatedAsync(
        DatabaseProvider provider,
        IReadOnlyCollection<QuerySite> sites)
    {
        var database = new FakeDatabase(provider, sites);
        await using var host = new FakeHost(database);
        Dictionary<QuerySite, string> untranslated = [];
        foreach (var site in sites)
        {
            List<string> trouble = [];
            foreach (var (entrance, withRows) in site.Entrances.SelectMany(entrance => new[] { (entrance, false), (entrance, true) }))
            {
                database.Begin(withRows);
                try
                {
                    await host.CallAsync(entrance);
                }
                catch (Exception exception)
                {
                    // What happens to the made-up values doesn't matter, if the queries were run.
                    trouble.Add(exception.ToString());
                }
            }

            if (database.AskedBy(site.Body) is var asked && (asked < site.Queries || trouble.Exists(IsOfTranslation)))
            {
                untranslated.Add(site, $"{site}: {asked} of {site.Queries} queries were asked.\n{string.Join('\n', trouble)}");
            }
        }

        return untranslated;
    }

    private static bool IsOfTranslation(string trouble) =>
        trouble.Contains("could not be translated", StringComparison.Ordinal)
            || trouble.Contains(NoClientEvaluation.Refusal, StringComparison.Ordinal);

    private sealed class Planted(RelateDbContext context)
    {
        public Task<int> IsTranslatedAsync(string name) => context.People.CountAsync(person => person.Name == name);

        public Task<int> FiltersOnTheClientAsync() => context.People.CountAsync(person => Shout(person.Name) == "SUE");

        public Task<List<string>> ProjectsOnTheClientAsync() => context.People.Select(person => Shout(person.Name)).ToListAsync();

        public async Task<int> OutOfReachAsync(string name) => name.Length > 1_000_000 ? await context.People.CountAsync() : 0;

        public Task<int> GivesWhatIsTranslatedAsync(string name) => CountAsync(person => person.Name == name);

        public Task<int> GivesWhatIsNotAsync() => CountAsync(person => Shout(person.Name) == "SUE");

        public Task<int> AsksForManyAsync()
        {
            var names = Enumerable.Range(0, 40_000).Select(index => $"Person {index}").ToList();
            return context.People.CountAsync(person => names.Contains(person.Name));
        }

        private Task<int> CountAsync(Expression<Func<Person, bool>> which) => context.People.Where(which).CountAsync();

        private static string Shout(string name) => name.ToUpperInvariant();
    }
}
