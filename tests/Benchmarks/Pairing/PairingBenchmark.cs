using System.Diagnostics;
using System.Globalization;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.Pairing.Matching;
using Spectre.Console;

namespace RelateBot.Benchmarks.Pairing;

/// <summary>
/// A year's half of weekly rounds for companies of several shapes; nobody meets twice. The most that could be paired across
/// departments is known without a search: half of the people, or all those outside of the largest department.
/// </summary>
internal static class PairingBenchmark
{
    private const int Rounds = 26;
    private const ulong NineToFive = 0x3_FFFC_0000;
    private const ulong Day = (1UL << UtcHours.PerDay) - 1;

    public static int Run(string[] options)
    {
        var people = options is ["--people", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
        var table = new Table().AddColumns(
            "people",
            "company",
            "first round s",
            "slowest of 26 s",
            "fresh and across, worst round",
            "share hours",
            "repeats");
        foreach (var (name, company) in Companies(people))
        {
            AddRow(table, name, company);
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static IEnumerable<(string Name, Company Company)> Companies(int people)
    {
        yield return ("50 departments, one office", new Company(people, number => number % 50, _ => 0));
        yield return (
            "50 departments, offices in 4 zones",
            new Company(people, number => number % 50, number => (number / 50 % 4) switch { 0 => 1, 1 => 6, 2 => 16, _ => 22 }));
        yield return ("half of all in one department", new Company(people, number => number < people / 2 ? 0 : 1 + (number % 20), _ => 0));
        yield return (
            "60 % in one department, 4 zones",
            new Company(people, number => number < people * 6 / 10 ? 0 : 1 + (number % 20), number => number % 4 * 6));
        yield return ("3 departments, each in an office of its own", new Company(people, number => number % 3, number => number % 3 * 8));
    }

    private static void AddRow(Table table, string name, Company company)
    {
        var people = company.Build();
        var avoided = Enumerable
            .Range(0, people.Count / 10)
            .Select(number => (people[number].PersonId, people[(number * 7919) % people.Count].PersonId))
            .ToList();
        var best = Math.Min(
            people.Count / 2,
            people.Count - people.GroupBy(person => person.DepartmentId).Max(department => department.Count()));
        var byId = people.ToDictionary(person => person.PersonId);
        var met = new HashSet<(Guid, Guid)>();
        var (first, slowest, worst, hours, repeats) = (0.0, 0.0, int.MaxValue, 0.0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var groups = PairMatcher.Match(people, met, avoided, seed: round);
            var seconds = watch.Elapsed.TotalSeconds;
            (first, slowest) = (round == 0 ? seconds : first, Math.Max(slowest, seconds));
            worst = Math.Min(
                worst,
                groups.Count(group => !group.IsRepeat && group.PersonIds.Select(id => byId[id].DepartmentId).Distinct().Skip(1).Any()));
            hours += groups.Average(group =>
                byId[group.PersonIds[0]].Hours.Overlap(byId[group.PersonIds[^1]].Hours) > TimeSpan.Zero ? 1.0 : 0.0) / Rounds;
            repeats += groups.Count(group => group.IsRepeat);
            met.UnionWith(groups.Select(group => (group.PersonIds[0], group.PersonIds[^1])));
        }

        table.AddRow(
            people.Count.ToString("N0", CultureInfo.InvariantCulture),
            name,
            first.ToString("N2", CultureInfo.InvariantCulture),
            slowest.ToString("N2", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{worst:N0} of {best:N0} ({worst * 100.0 / best:N2} %)"),
            hours.ToString("P1", CultureInfo.InvariantCulture),
            $"{repeats}");
    }

    private sealed record Company(int People, Func<int, int> Department, Func<int, int> Offset)
    {
        public List<PairingCandidate> Build() =>
            [.. Enumerable
                .Range(0, People)
                .Select(number => new PairingCandidate(Id(number), Id(1_000_000 + Department(number)), Hours(Offset(number))))];

        private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

        private static UtcHours Hours(int offset) =>
            new(((NineToFive << (2 * offset)) | (NineToFive >> (UtcHours.PerDay - (2 * offset)))) & Day);
    }
}
