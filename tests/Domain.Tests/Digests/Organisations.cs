using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Digests;

/// <summary>Departments of given sizes and whatever went between them.</summary>
internal static class Organisations
{
    public const int Minimum = 5;

    public static readonly Organisation Acme = new() { Id = Id(900), Name = "Acme", TimeZone = "Europe/Zurich" };

    public static readonly Period October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));

    /// <summary>Sizes of up to five departments, many of them small.</summary>
    public static readonly Gen<int[]> Sizes = Gen.Choose(0, 8).ArrayOf().Where(sizes => sizes.Length is >= 2 and <= 5);

    /// <summary>The department of this number.</summary>
    public static Department Department(int number) =>
        new() { Id = Id(number + 1), OrganisationId = Acme.Id, Name = $"Department {number}", Handle = $"d{number}" };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>Flows in every direction, by four numbers each: helps, thanks, kudos, asks.</summary>
    public static IReadOnlyList<FlowSum> Flows(int departments, Func<int, int, int> figure)
    {
        var pairs = Pairs(departments).ToList();
        return [.. pairs.Select((pair, index) =>
            new FlowSum(Id(pair.From + 1), Id(pair.To + 1), figure(index, 0), figure(index, 1), figure(index, 2), 0))];
    }

    public static IEnumerable<(int From, int To)> Pairs(int departments) =>
        from one in Enumerable.Range(0, departments) from other in Enumerable.Range(0, departments) where one != other select (one, other);

    public static DigestData Material(int[] sizes, IReadOnlyList<FlowSum> flows, IReadOnlyList<FlowSum>? before = null,
        int? scope = null) => new()
        {
            Organisation = Acme,
            Period = October,
            Department = scope is { } number ? Department(number) : null,
            Departments = [.. sizes.Select((_, index) => Department(index))],
            Sizes = sizes
            .Select((size, index) => (size, index))
            .ToDictionary(department => Id(department.index + 1), department => department.size),
            Flows = flows,
            FlowsBefore = before ?? [],
            FlowsEarlier = before ?? [],
            Asks = [],
            AsksBefore = [],
            Unanswered = [],
            UnsungPeople = [],
            ThankYous = [],
        };
}
