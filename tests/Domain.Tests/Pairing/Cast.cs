using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.Pairing.Matching;

namespace RelateBot.Domain.Tests.Pairing;

/// <summary>People to be paired, and what stands between some of them.</summary>
public sealed record Cast(PairingCandidate[] People, (Guid, Guid)[] Recent, (Guid, Guid)[] Avoided, int Seed)
{
    private const ulong NineToFive = 0x3_FFFC_0000;
    private const ulong Day = (1UL << UtcHours.PerDay) - 1;

    public static Arbitrary<Cast> Any { get; } = (
        from count in Gen.Choose(0, 10)
        from departments in Gen.Choose(0, 3).ArrayOf(count)
        from offsets in Gen.Elements(0, 0, 0, 8, 20).ArrayOf(count)
        from recent in Pairs(count)
        from avoided in Pairs(count)
        from few in Gen.Choose(0, 20)
        from seed in Gen.Choose(0, 1000)
        select new Cast(
            [.. Enumerable.Range(0, count).Select(number => Person(number, departments[number], offsets[number]))],
            recent,
            [.. avoided.Take(few)],
            seed)).ToArbitrary();

    public IReadOnlyList<PairingMatch> Match() => PairMatcher.Match(People, Recent, Avoided, Seed);

    public static PairingCandidate Person(int number, int? department, int offset = 0) =>
        new(
            Id(number),
            department is null ? null : Id(1000 + department.Value),
            new UtcHours(((NineToFive << (2 * offset)) | (NineToFive >> (UtcHours.PerDay - (2 * offset)))) & Day));

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public bool AreStrangers(Guid one, Guid other) => !AreAmong(Recent, one, other);

    public bool MayMeet(Guid one, Guid other) => !AreAmong(Avoided, one, other);

    public bool AreFreshAndAcross(Guid one, Guid other) =>
        MayMeet(one, other) && AreStrangers(one, other) && Department(one) != Department(other);

    private Guid? Department(Guid id) => Array.Find(People, person => person.PersonId == id)!.DepartmentId;

    private static bool AreAmong((Guid, Guid)[] pairs, Guid one, Guid other) =>
        Array.Exists(pairs, pair => pair == (one, other) || pair == (other, one));

    private static Gen<(Guid, Guid)[]> Pairs(int count) => count == 0
        ? Gen.Constant(Array.Empty<(Guid, Guid)>())
        : (from one in Gen.Choose(0, count - 1) from other in Gen.Choose(0, count - 1) select (Id(one), Id(other))).ArrayOf();
}
