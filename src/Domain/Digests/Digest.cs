using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// A report on the help between departments in a period, for the whole organisation or one department. Exchanges within a department are
/// not counted. Only groups that are large enough are shown; see <see cref="Privacy.ReportableGroups"/>.
/// </summary>
public sealed record Digest
{
    /// <summary>The combined name of the small departments.</summary>
    public const string OtherDepartments = "Other departments";

    /// <summary>The organisation's name.</summary>
    public required string Organisation { get; init; }

    /// <summary>The days that it covers, in the organisation's time zone.</summary>
    public required Period Period { get; init; }

    /// <summary>The department that it is about; null for the whole organisation.</summary>
    public required Department? Department { get; init; }

    /// <summary>True when the department is too small to have a digest.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>The smallest group that is shown, in people.</summary>
    public required int MinimumGroup { get; init; }

    /// <summary>The departments that are too small to be shown on their own, by name.</summary>
    public required ImmutableArray<Department> Small { get; init; }

    /// <summary>How many departments are left out of every figure.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The helps, thanks, kudos and asks from one department to another, by name.</summary>
    public required ImmutableArray<DigestFlow> Flows { get; init; }

    /// <summary>The totals of the period.</summary>
    public required DigestTotals Totals { get; init; }

    /// <summary>The totals of the period before.</summary>
    public required DigestTotals Before { get; init; }

    /// <summary>
    /// Reciprocity of the helps, from 0 (one way) to 1 (even); null without helps. See <see cref="Relationships.Reciprocity"/>.
    /// </summary>
    public required double? Reciprocity { get; init; }

    /// <summary>Pairs of departments that help each other: new ones first, fading ones last.</summary>
    public required ImmutableArray<Bridge> Bridges { get; init; }

    /// <summary>Pairs with at least five helps for each one that comes back, the most helps first.</summary>
    public required ImmutableArray<OneWayStreet> OneWayStreets { get; init; }

    /// <summary>Departments that help often but are rarely thanked, those with the most unthanked helps first.</summary>
    public required ImmutableArray<UnsungDepartment> UnsungDepartments { get; init; }

    /// <summary>
    /// People who help often but are rarely thanked and who agreed to be named. Covers whole months and never has figures.
    /// </summary>
    public required ImmutableArray<Person> UnsungPeople { get; init; }

    /// <summary>How fast asks between departments were taken and solved.</summary>
    public required AskResponseTimes Speed { get; init; }

    /// <summary>How many public asks are unanswered.</summary>
    public required int UnansweredCount { get; init; }

    /// <summary>The oldest unanswered asks.</summary>
    public required ImmutableArray<UnansweredAsk> Unanswered { get; init; }

    /// <summary>Public thanks worth reading, the best first.</summary>
    public required ImmutableArray<ThankYou> ThankYous { get; init; }

    /// <summary>One suggestion for what to do next.</summary>
    public required DigestSuggestion Suggestion { get; init; }

    /// <summary>Returns the departments with the most helps given and received, and the number of all of them.</summary>
    /// <param name="most">The most names to return.</param>
    /// <returns>At most <paramref name="most"/> names in alphabetical order, combined groups last, and the total number of
    /// departments.</returns>
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
