using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Exchanges;

/// <summary>Records thanks and kudos: checks who can be thanked and the limits, then writes the ledger entries.</summary>
public sealed class GiveThanksHandler(IPeopleDirectory directory, ILedger ledger, TimeProvider clock)
{
    /// <summary>Records the act with one entry for each receiver, or returns every reason why it can't be recorded.</summary>
    public async Task<GiveThanksResult> HandleAsync(GiveThanks command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var named = command.Receivers.Distinct().ToList();
        var personIds = named.OfType<Receiver.Person>().Select(receiver => receiver.Id).ToList();
        var departmentIds = named.OfType<Receiver.Department>().Select(receiver => receiver.Id).ToList();

        var found = await directory.GetPeopleAsync([command.GiverId, .. personIds], cancellationToken);
        var giver = found.First(person => person.Id == command.GiverId);
        var departments = departmentIds.Count == 0 ? [] : await directory.GetDepartmentsAsync(departmentIds, cancellationToken);
        var members = departmentIds.Count == 0 ? null : await directory.GetMembersAsync(departmentIds, cancellationToken);
        var written = await ledger.CountByAsync(giver.Id, now.AddHours(-1), cancellationToken);

        var people = InNamedOrder(personIds, found).Where(person => person.Id != giver.Id).ToList();
        var peopleAtFault = people.Where(person => !person.CanReceive).ToList();
        var emptyDepartments = departments
            .Where(department => WouldReachNoOne([.. members![department.Id]], giver, command.Visibility))
            .ToList();
        var receivable = people.Count - peopleAtFault.Count + departments.Count - emptyDepartments.Count;

        List<ThanksFault> faults =
        [
            .. peopleAtFault.Select(WhyNot),
            .. named.OfType<Receiver.Unknown>().Select(receiver => new ThanksFault.UnknownName(receiver.Typed)),
            .. emptyDepartments.Select(department => new ThanksFault.EmptyDepartment(department.Name)),
        ];

        if (named.Count == 0)
        {
            faults.Add(new ThanksFault.NobodyNamed());
        }
        else if (receivable == 0 && faults.Count == 0)
        {
            faults.Add(new ThanksFault.OnlyGiverNamed());
        }

        var values = command.Values.Select(value => value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        AddLimits(faults, command.Note, named.Count, receivable, values.Length, written);

        var othersCanBeThanked = receivable > 0 && faults.TrueForAll(fault => fault.ConcernsOneReceiver);
        if (faults.Count > 0 && !(command.OthersOnly && othersCanBeThanked))
        {
            return new GiveThanksResult.Refused([.. faults], othersCanBeThanked);
        }

        var act = new Act
        {
            Id = Guid.CreateVersion7(now),
            Kind = command.Kind,
            Giver = giver,
            People = [.. people.Except(peopleAtFault)],
            Departments = [.. departmentIds
                .Select(id => departments.FirstOrDefault(department => department.Id == id))
                .OfType<Department>()
                .Except(emptyDepartments)],
            Members = Act.MembersAmong(departments.SelectMany(department => members![department.Id]), giver.Id, personIds),
            Note = command.Note,
            Values = values,
            Visibility = command.Visibility,
            Link = command.Link is { Length: > 0 and <= ThanksLimits.Link } link ? link : null,
            OccurredAt = now,
        };
        Record(act, command.Source);
        return new GiveThanksResult.Given(act);
    }

    private static IEnumerable<Person> InNamedOrder(List<Guid> ids, IReadOnlyList<Person> people) =>
        ids.Select(id => people.FirstOrDefault(person => person.Id == id)).OfType<Person>();

    /// <summary>A team without known members can be thanked in public. In private, no one would receive the message.</summary>
    private static bool WouldReachNoOne(IReadOnlyList<Person> members, Person giver, Visibility visibility) =>
        members.All(member => member.Id == giver.Id) && (members.Count > 0 || visibility is Visibility.Private);

    private static ThanksFault WhyNot(Person person) => person.Kind switch
    {
        PersonKind.Bot => new ThanksFault.BotNamed(person.Name),
        PersonKind.Stranger => new ThanksFault.OutsiderNamed(person.Name),
        _ => new ThanksFault.LeaverNamed(person.Name),
    };

    private static void AddLimits(List<ThanksFault> faults, string note, int named, int receivable, int values, int written)
    {
        if (note.Length > ThanksLimits.Note)
        {
            faults.Add(new ThanksFault.NoteTooLong(note.Length));
        }

        if (values > ThanksLimits.Values)
        {
            faults.Add(new ThanksFault.TooManyValues(values));
        }

        if (named > ThanksLimits.Receivers)
        {
            faults.Add(new ThanksFault.TooManyReceivers(named));
        }
        else if (receivable > 0 && written + receivable > ThanksLimits.EntriesAnHour)
        {
            faults.Add(new ThanksFault.TooManyThisHour(written));
        }
    }

    private void Record(Act act, string source)
    {
        foreach (var person in act.People)
        {
            ledger.Record(Entry(person.Id, person.DepartmentId));
        }

        foreach (var department in act.Departments)
        {
            ledger.Record(Entry(null, department.Id));
        }

        Exchange Entry(Guid? toPersonId, Guid? toDepartmentId) => new()
        {
            Id = Guid.CreateVersion7(act.OccurredAt),
            OrganisationId = act.Giver.OrganisationId,
            ActId = act.Id,
            Kind = act.Kind,
            FromPersonId = act.Giver.Id,
            FromDepartmentId = act.Giver.DepartmentId,
            ToPersonId = toPersonId,
            ToDepartmentId = toDepartmentId,
            Note = act.Note,
            Values = act.Values,
            Visibility = act.Visibility,
            Link = act.Link,
            OccurredAt = act.OccurredAt,
            RecordedAt = act.OccurredAt,
            Source = source,
        };
    }
}
