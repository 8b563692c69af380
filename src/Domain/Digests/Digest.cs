using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// A manager's report on the help that crossed department lines in a period: of the whole organisation, or of one department. What
/// stays within a department is in none of its figures. Only groups that are large enough have figures; see
/// <see cref="Privacy.ReportableGroups"/>.
/// </summary>
public sealed record Digest
{
    /// <summary>What small departments are called together.</summary>
    public const string OtherDepartments = "Other departments";

    /// <summary>Whose it is.</summary>
    public required string Organisation { get; init; }

    /// <summary>Of which days, in the organisation's time zone.</summary>
    public required Period Period { get; init; }

    /// <summary>Of which department; null for the whole organisation.</summary>
    public required Department? Department { get; init; }

    /// <summary>True when the department is too small to have a digest.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>In how large groups figures are shown.</summary>
    public required int MinimumGroup { get; init; }

    /// <summary>The departments without figures of their own, by name.</summary>
    public required ImmutableArray<Department> Small { get; init; }

    /// <summary>How many departments are so small that they are in no figure.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Who did what for whom, by name.</summary>
    public required ImmutableArray<DigestFlow> Flows { get; init; }

    /// <summary>All of it together.</summary>
    public required DigestTotals Totals { get; init; }

    /// <summary>The same of the period before.</summary>
    public required DigestTotals Before { get; init; }

    /// <summary>How far helps go both ways, from 0 to 1; null without any. See <see cref="Relationships.Reciprocity"/>.</summary>
    public required double? Reciprocity { get; init; }

    /// <summary>Pairs of departments with help both ways, new ones first, those that fade last.</summary>
    public required ImmutableArray<Bridge> Bridges { get; init; }

    /// <summary>Pairs with five helps or more for each that comes back, the longest first.</summary>
    public required ImmutableArray<OneWayStreet> OneWayStreets { get; init; }

    /// <summary>Departments that help often and are thanked for few, those with the most unanswered helps first.</summary>
    public required ImmutableArray<UnsungDepartment> UnsungDepartments { get; init; }

    /// <summary>The same of people who agreed to be named; whole months only, and never with a figure.</summary>
    public required ImmutableArray<Person> UnsungPeople { get; init; }

    /// <summary>How fast asks between departments were taken and solved.</summary>
    public required AskResponseTimes Speed { get; init; }

    /// <summary>How many public asks nobody answered.</summary>
    public required int UnansweredCount { get; init; }

    /// <summary>The oldest of them.</summary>
    public required ImmutableArray<UnansweredAsk> Unanswered { get; init; }

    /// <summary>Public thanks worth reading, the best first.</summary>
    public required ImmutableArray<ThankYou> ThankYous { get; init; }

    /// <summary>One thing to do next.</summary>
    public required DigestSuggestion Suggestion { get; init; }

    /// <summary>
    /// The departments with the most helps given and received, at most <paramref name="most"/>, by name and what stands for several last;
    /// and how many there are in all.
    /// </summary>
    public (ImmutableArray<string> Names, int Of) Busiest(int most)
    {
        var weights = Flows
            .Where(flow => flow.Sum is not null)
            .SelectMany(flow => new[] { (Name: flow.From, flow.Sum!.Helps), (Name: flow.To, flow.Sum.Helps) })
            .GroupBy(flow => flow.Name, flow => flow.Helps, StringComparer.Ordinal)
            .Select(helps => (Name: helps.Key, Helps: helps.Sum()))
            .ToList();
        var busiest = weights
            .OrderByDescending(weight => weight.Helps)
            .ThenBy(weight => weight.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(weight => weight.Name);
        return ([.. busiest.OrderBy(name => name == OtherDepartments).ThenBy(name => name, StringComparer.Ordinal)], weights.Count);
    }
}
