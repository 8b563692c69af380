using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Privacy;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// Builds a digest from its data. Flows are first mapped to groups that may be shown, and everything else is computed from those.
/// </summary>
public sealed class DigestBuilder
{
    private const int MostUnsung = 5;
    private const int MostUnanswered = 5;

    private readonly DigestData data;
    private readonly DigestRules rules;
    private readonly ReportableGroups groups;
    private readonly Dictionary<Guid, Department> departments;

    private DigestBuilder(DigestData data, DigestRules rules)
    {
        this.data = data;
        this.rules = rules;
        groups = ReportableGroups.Create(data.Sizes, rules.MinimumGroup);
        departments = data.Departments.ToDictionary(department => department.Id);
    }

    private Guid? Scope => data.Department?.Id;

    private bool IsWithheld => Scope is { } id && !groups.IsReportable(id);

    /// <summary>Builds the digest.</summary>
    public static Digest Build(DigestData data, DigestRules rules) => new DigestBuilder(data, rules).Write();

    private Digest Write()
    {
        var flows = Shown(data.Flows, data.Asks);
        var helps = Helps(flows);
        var bridges = Bridges(helps, Helps(Shown(data.FlowsEarlier, []))).ToImmutableArray();
        var streets = OneWayStreets(helps);
        var unsung = UnsungDepartments(flows);
        var unanswered = Unanswered();
        return new Digest
        {
            Organisation = data.Organisation.Name,
            Period = data.Period,
            Department = data.Department,
            IsWithheld = IsWithheld,
            MinimumGroup = rules.MinimumGroup,
            Small = [.. data.Departments.Where(department => groups.Small.Contains(department.Id))],
            LeftOut = groups.LeftOut,
            Flows = [.. flows
                .Select(flow => new DigestFlow(Name(flow.FromId), Name(flow.ToId), flow))
                .Concat(Few())
                .OrderBy(flow => flow.From, StringComparer.Ordinal)
                .ThenBy(flow => flow.To, StringComparer.Ordinal)],
            Totals = DigestTotals.Of(flows, Scope),
            Before = DigestTotals.Of(Shown(data.FlowsBefore, data.AsksBefore), Scope),
            Reciprocity = Reciprocity.Of(Pairs(flows).Select(pair => (pair.There, pair.Back))),
            Bridges = bridges,
            OneWayStreets = streets,
            UnsungDepartments = unsung,
            UnsungPeople = IsWithheld ? [] : [.. data.UnsungPeople],
            Speed = Speed(),
            UnansweredCount = unanswered.Length,
            Unanswered = [.. unanswered.Take(MostUnanswered)],
            ThankYous = [.. data.ThankYous],
            Suggestion = Suggest(unanswered, streets, unsung, bridges),
        };
    }

    /// <summary>The flows and asks that may be shown; none when the digest's own department is too small.</summary>
    private IReadOnlyList<FlowSum> Shown(IEnumerable<FlowSum> flows, IEnumerable<DigestAsk> asks) => IsWithheld
        ? []
        : groups.Apply(flows.Concat(asks.Select(ask => new FlowSum(ask.FromId, ask.ToId, 0, 0, 0, 1)))
            .Where(flow => flow.FromId != flow.ToId && (Scope is null || flow.FromId == Scope || flow.ToId == Scope)));

    /// <summary>A line without figures for every pair that is too small, whether or not anything happened between the two.</summary>
    private IEnumerable<DigestFlow> Few() =>
        from one in departments.Values
        from other in departments.Values
        where one != other
            && (groups.Small.Contains(one.Id) || groups.Small.Contains(other.Id))
            && (Scope is null || one.Id == Scope || other.Id == Scope)
        select new DigestFlow(one.Name, other.Name, Sum: null);

    private string Name(Guid groupId) => departments.TryGetValue(groupId, out var department) ? department.Name : Digest.OtherDepartments;

    /// <summary>Helps between departments that are shown on their own.</summary>
    private Dictionary<(Guid From, Guid To), int> Helps(IEnumerable<FlowSum> flows) => flows
        .Where(flow => flow.Helps > 0 && departments.ContainsKey(flow.FromId) && departments.ContainsKey(flow.ToId))
        .ToDictionary(flow => (flow.FromId, flow.ToId), flow => flow.Helps);

    private static IEnumerable<(Guid One, Guid Other, int There, int Back)> Pairs(IReadOnlyCollection<FlowSum> flows)
    {
        var helps = flows.Where(flow => flow.FromId != flow.ToId).ToDictionary(flow => (flow.FromId, flow.ToId), flow => flow.Helps);
        return helps.Keys.Select(key => key.FromId.CompareTo(key.ToId) < 0 ? key : (key.ToId, key.FromId)).Distinct()
            .Select(key => (key.Item1, key.Item2, helps.GetValueOrDefault(key), helps.GetValueOrDefault((key.Item2, key.Item1))));
    }

    private IEnumerable<Bridge> Bridges(Dictionary<(Guid From, Guid To), int> now, Dictionary<(Guid From, Guid To), int> before) =>
        now.Keys.Concat(before.Keys)
        .Select(key => (One: departments[key.From], Other: departments[key.To]))
        .Where(pair =>
            StringComparer.Ordinal.Compare(pair.One.NameKey, pair.Other.NameKey) < 0 && (IsBridge(now, pair) || IsBridge(before, pair)))
        .Distinct()
        .Select(pair => new Bridge(
            pair.One, pair.Other, now.GetValueOrDefault((pair.One.Id, pair.Other.Id)), now.GetValueOrDefault((pair.Other.Id, pair.One.Id)),
            !IsBridge(now, pair) ? BridgeState.Fading : IsBridge(before, pair) ? BridgeState.Steady : BridgeState.New))
        .OrderBy(bridge => bridge.State)
        .ThenByDescending(bridge => bridge.There + bridge.Back)
        .ThenBy(bridge => bridge.One.NameKey, StringComparer.Ordinal)
        .ThenBy(bridge => bridge.Other.NameKey, StringComparer.Ordinal);

    private static bool IsBridge(Dictionary<(Guid From, Guid To), int> helps, (Department One, Department Other) pair) =>
        helps.ContainsKey((pair.One.Id, pair.Other.Id)) && helps.ContainsKey((pair.Other.Id, pair.One.Id));

    private ImmutableArray<OneWayStreet> OneWayStreets(Dictionary<(Guid From, Guid To), int> helps) =>
    [
        .. helps
            .Select(there =>
                new OneWayStreet(
                    departments[there.Key.From],
                    departments[there.Key.To],
                    there.Value,
                    helps.GetValueOrDefault((there.Key.To, there.Key.From))))
            .Where(street => OneWayStreet.IsOneWay(street.Helps, street.Back))
            .OrderByDescending(street => street.Helps)
            .ThenBy(street => street.From.NameKey, StringComparer.Ordinal)
            .ThenBy(street => street.To.NameKey, StringComparer.Ordinal),
    ];

    private ImmutableArray<UnsungDepartment> UnsungDepartments(IReadOnlyCollection<FlowSum> flows)
    {
        // Lookups instead of searches: a hundred departments have ten thousand flows.
        var (from, to) = (flows.ToLookup(flow => flow.FromId), flows.ToLookup(flow => flow.ToId));
        return
        [
            .. departments.Values.Where(department => groups.IsReportable(department.Id) && (Scope is null || department.Id == Scope))
                .Select(department =>
                    (Department: department, Totals: DigestTotals.Of([.. from[department.Id], .. to[department.Id]], department.Id)))
                .Where(told => Unsung.IsUnsung(told.Totals.Given.Helps, told.Totals.Thanked))
                .OrderByDescending(told => told.Totals.Given.Helps - told.Totals.Thanked)
                .ThenBy(told => told.Department.NameKey, StringComparer.Ordinal)
                .Take(MostUnsung).Select(told => new UnsungDepartment(told.Department, told.Totals.Given.Helps, told.Totals.Thanked)),
        ];
    }

    /// <summary>Response times of the asks that are shown, and only when enough different people made them.</summary>
    private AskResponseTimes Speed()
    {
        var shown = data.Asks
            .Where(ask => !IsWithheld && groups.GroupOf(ask.FromId) is not null && groups.GroupOf(ask.ToId) is not null)
            .ToList();
        return new AskResponseTimes(Of(ask => ask.TakenAt), Of(ask => ask.SolvedAt));

        WaitingTimes? Of(Func<DigestAsk, DateTimeOffset?> end)
        {
            var ended = shown.Where(ask => end(ask) is not null).ToList();
            return ended.Select(ask => ask.AskerId).Distinct().Count() < rules.MinimumGroup
                ? null
                : WaitingTimes.Of(ended.Select(ask => end(ask)!.Value - ask.AskedAt));
        }
    }

    private ImmutableArray<UnansweredAsk> Unanswered() => IsWithheld ? [] :
    [
        .. data.Unanswered.Select(ask =>
            new UnansweredAsk(
                LocalDay.Of(ask.AskedAt, data.Organisation.Zone()),
                Own(ask.AskerDepartmentId),
                Own(ask.DepartmentId),
                ask.Topic,
                ask.Text)),
    ];

    private Department? Own(Guid? departmentId) =>
        departmentId is { } id && groups.IsReportable(id) ? departments.GetValueOrDefault(id) : null;

    private static DigestSuggestion Suggest(
        ImmutableArray<UnansweredAsk> unanswered,
        ImmutableArray<OneWayStreet> streets,
        ImmutableArray<UnsungDepartment> unsung,
        ImmutableArray<Bridge> bridges) =>
        unanswered is [var ask, ..] ? new DigestSuggestion.AnswerAsk(ask)
        : streets is [var street, ..] ? new DigestSuggestion.BalanceOneWayStreet(street)
        : unsung is [var department, ..] ? new DigestSuggestion.ThankDepartment(department)
        : bridges.FirstOrDefault(bridge => bridge.State is BridgeState.Fading) is { } fading ? new DigestSuggestion.ReviveBridge(fading)
        : bridges.FirstOrDefault(bridge => bridge.State is BridgeState.New) is { } fresh ? new DigestSuggestion.AnnounceBridge(fresh)
        : new DigestSuggestion.InviteAsks();
}
