using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Tests.Pairing;

/// <summary>
/// Pairing with in-memory stores and a clock that advances by the hour. It records every message with its receiver and time.
/// </summary>
public sealed class PairingWorld : TimeProvider, IPairingStore, IProactiveMessageBudget
{
    public static readonly Guid Organisation = Cast.Id(9000);

    public PairingWorld(DateTimeOffset start, int noRepeatWeeks = 26)
    {
        Now = start;
        Rules = new PairingRules
        {
            NoRepeatWeeks = noRepeatWeeks,
            Day = DayOfWeek.Tuesday,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")
        };
        Hours = new OfficeHours(Rules);
        var sharedHours = new SharedWorkingHours(Hours);
        Book = new PairingMembership(this, Rules, this);
        Plan = new PairingRoundPlanner(this, sharedHours, Rules, this, this);
        Life = new PairingLifecycle(this, sharedHours, Rules, this, this);
    }

    public DateTimeOffset Now { get; set; }

    public PairingRules Rules { get; }

    public OfficeHours Hours { get; }

    public PairingMembership Book { get; }

    public PairingRoundPlanner Plan { get; }

    public PairingLifecycle Life { get; }

    /// <summary>Who can get a message now; everyone gets at most one a day.</summary>
    public Func<Person, bool> Listens { get; set; } = _ => true;

    public HashSet<Guid> PausedPrompts { get; } = [];

    public List<Person> People { get; } = [];

    public List<PairingMember> Members { get; } = [];

    public List<PairingAvoidance> Avoidances { get; } = [];

    public List<PairingRound> Rounds { get; } = [];

    public List<PairingGroup> Groups { get; } = [];

    public List<PairingSeat> Seats { get; } = [];

    public List<(string What, Person Who, DateTimeOffset At, Guid GroupId, DateTimeOffset? UsefulUntil)> Said { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public Person NewPerson(string zone = "Europe/Zurich", int department = 0)
    {
        var person = new Person
        {
            Id = Cast.Id(People.Count + 1),
            OrganisationId = Organisation,
            Name = $"Person {People.Count + 1}",
            TimeZone = zone,
            DepartmentId = Cast.Id(1000 + department)
        };
        People.Add(person);
        return person;
    }

    public async Task<Person> JoinAsync(int? everyWeeks = null, string zone = "Europe/Zurich", int department = 0)
    {
        var person = NewPerson(zone, department);
        await Book.JoinAsync(person, Cast.Id(9001), everyWeeks, CancellationToken.None);
        return person;
    }

    /// <summary>Does what is due now, as the job does.</summary>
    public async Task RunAsync()
    {
        await Plan.TryPlanAsync(Organisation, CancellationToken.None);
        foreach (var groupId in Seats.Where(seat => seat.NextStepAt <= Now).Select(seat => seat.GroupId).Distinct().ToList())
        {
            var notices = await Life.RunDueStepAsync((await FindAsync(groupId, CancellationToken.None))!, CancellationToken.None);
            Say("told", notices.Told, groupId, notices.UsefulUntil);
            Say("alone", notices.Alone is null ? [] : [notices.Alone], groupId, notices.UsefulUntil);
            Say("asked", notices.Asked, groupId, notices.UsefulUntil);
            Say("paused", notices.Paused, groupId);
        }
    }

    public async Task RunUntilAsync(DateTimeOffset end)
    {
        for (; Now < end; Now += TimeSpan.FromHours(1))
        {
            await RunAsync();
        }
    }

    public static DateOnly DayOf(Person person, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, person.Zone(TimeZoneInfo.Utc)).DateTime);

    public Task<bool> TryReserveAsync(IReadOnlyCollection<Person> people, CancellationToken cancellationToken) =>
        Task.FromResult(people.All(person =>
            Listens(person) && !Said.Exists(said => said.Who == person && DayOf(person, said.At) == DayOf(person, Now))));

    public Task<IReadOnlySet<Guid>> GetPausedPeopleAsync(
        IReadOnlyCollection<Guid> personIds,
        DateOnly day,
        CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(personIds.Where(PausedPrompts.Contains).ToHashSet());

    public Task<PairingMember?> MemberAsync(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult(Members.Find(member => member.PersonId == personId));

    public Task<IReadOnlyList<PairingParticipant>> ParticipantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PairingParticipant>>(
        [.. Members
            .Select(member => new PairingParticipant(member, PersonOf(member.PersonId)))
            .Where(participant => participant.Person.CanReceive)]);

    public Task<IReadOnlyList<PairingAvoidance>> AvoidedByAsync(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PairingAvoidance>>(Avoidances.FindAll(avoidance => avoidance.PersonId == personId));

    public Task<IReadOnlyList<(Guid, Guid)>> AvoidancesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(Guid, Guid)>>([.. Avoidances.Select(avoidance => (avoidance.PersonId, avoidance.AvoidedId))]);

    public Task<bool> AvoidEachOtherAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        Task.FromResult(Avoidances.Exists(avoidance => personIds.Contains(avoidance.PersonId) && personIds.Contains(avoidance.AvoidedId)));

    public Task<bool> IsPlannedAsync(DateOnly round, CancellationToken cancellationToken) =>
        Task.FromResult(Rounds.Exists(planned => planned.Day == round));

    public Task<IReadOnlyDictionary<Guid, DateOnly>> LastRoundsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DateOnly>>(
        Seats.GroupBy(seat => seat.PersonId).ToDictionary(seats => seats.Key, seats => seats.Max(seat => seat.Round)));

    public async Task<DateOnly?> LastRoundAsync(Guid personId, CancellationToken cancellationToken) =>
        (await LastRoundsAsync(cancellationToken)).TryGetValue(personId, out var round) ? round : null;

    public async Task<PairingDetails?> LastToldAsync(Guid personId, CancellationToken cancellationToken) =>
        Seats.FindAll(seat => seat.PersonId == personId && seat.NextStep is not PairingStep.Tell).MaxBy(seat => seat.Round) is { } last
            ? await FindAsync(last.GroupId, cancellationToken)
            : null;

    public Task<IReadOnlyList<(Guid, Guid)>> PairsAfterAsync(DateOnly round, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(Guid, Guid)>>(
        [.. Seats
            .Where(seat => seat.Round > round)
            .SelectMany(one =>
                Seats.Where(other => other.GroupId == one.GroupId && other != one).Select(other => (one.PersonId, other.PersonId)))]);

    public Task<PairingDetails?> FindAsync(Guid groupId, CancellationToken cancellationToken) =>
        Task.FromResult(Groups.Find(group => group.Id == groupId) is not { } group
        ? null
        : new PairingDetails(group, [.. Seats.Where(seat => seat.GroupId == groupId)
            .Select(seat =>
                new PairingDetails.Attendee(seat, PersonOf(seat.PersonId), Members.Find(member => member.PersonId == seat.PersonId)))]));

    public Task<int> MetAsync(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult(Groups.Count(group =>
            group.MetAt is not null && Seats.Exists(seat => seat.GroupId == group.Id && seat.PersonId == personId)));

    public void Add(PairingMember member) => Members.Add(member);

    public void Remove(PairingMember member) => Members.Remove(member);

    public void Add(PairingAvoidance avoidance) => Avoidances.Add(avoidance);

    public void Remove(PairingAvoidance avoidance) => Avoidances.Remove(avoidance);

    public void Add(PairingRound round) => Rounds.Add(round);

    public void Add(PairingGroup group) => Groups.Add(group);

    public void Add(PairingSeat seat) => Seats.Add(seat);

    public void Remove(PairingSeat seat) => Seats.Remove(seat);

    private Person PersonOf(Guid id) => People.Find(person => person.Id == id)!;

    private void Say(string what, IEnumerable<Person> people, Guid groupId, DateTimeOffset? usefulUntil = null) =>
        Said.AddRange(people.Select(person => (what, person, Now, groupId, usefulUntil)));
}
