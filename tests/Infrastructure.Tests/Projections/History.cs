using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Tests.Projections;

/// <summary>A random life of a ledger: entries, corrections, and projecting in between.</summary>
internal static class History
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid?[] Departments = [
        null,
        Guid.Parse("d0000000-0000-7000-8000-000000000001"),
        Guid.Parse("d0000000-0000-7000-8000-000000000002")
    ];

    private static readonly Guid[] People = [.. Enumerable
        .Range(1, 3)
        .Select(number => Guid.Parse($"a0000000-0000-7000-8000-00000000000{number}"))];

    public static Arbitrary<Step[]> Steps { get; } = Gen.Frequency(
            (8, from kind in Gen.Elements(ExchangeKind.Help, ExchangeKind.Thanks, ExchangeKind.Kudos)
                from giver in Gen.Choose(0, 2)
                from receiver in Gen.Choose(0, 2)
                from hours in Gen.Choose(0, 24 * 28)
                select (Step)new Step.Record(kind, giver, receiver, hours)),
            (3, from index in Gen.Choose(0, 30) select (Step)new Step.TakeBack(index)),
            (3, from atMost in Gen.Choose(1, 5) select (Step)new Step.Project(atMost)),
            (1, Gen.Constant((Step)new Step.StartOver())))
        .ArrayOf().ToArbitrary();

    public static Exchange Entry(Guid organisationId, Step.Record step)
    {
        var at = Start.AddHours(step.Hours);
        return new Exchange
        {
            Id = Guid.CreateVersion7(at), OrganisationId = organisationId, ActId = Guid.CreateVersion7(at), Kind = step.Kind,
            FromPersonId = People[step.Giver], FromDepartmentId = Departments[step.Giver],
            ToPersonId = People[(step.Giver + 1 + (step.Receiver % 2)) % 3], ToDepartmentId = Departments[step.Receiver],
            Note = "", Values = [], Visibility = Visibility.Public, OccurredAt = at, RecordedAt = at, Source = "test",
        };
    }

    internal abstract record Step
    {
        public sealed record Record(ExchangeKind Kind, int Giver, int Receiver, int Hours) : Step;

        public sealed record TakeBack(int Index) : Step;

        public sealed record Project(int AtMost) : Step;

        public sealed record StartOver : Step;
    }
}
