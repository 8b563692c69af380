using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>Creates the ledger of the demo: the 26 full weeks before the start, and one person's calls of three years.</summary>
internal sealed class DemoHistory(DemoData data, DemoPeople cast, DemoRandom dice, DateTimeOffset start)
{
    private const int Weeks = 26;
    private const int KudosAWeek = 3;

    // The Monday of the current week. The history consists of full weeks before it.
    private readonly DateTimeOffset thisWeek = new(Week.MondayOf(start).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public IEnumerable<Exchange> Entries() => data.Streams.SelectMany(OfStream).Concat(Calls()).Concat(Praise());

    /// <summary>A ledger entry.</summary>
    public Exchange Entry(
        ExchangeKind kind,
        Person from,
        Person? to,
        Guid? department,
        DateTimeOffset at,
        string note,
        ImmutableArray<string> values,
        bool isPrivate = false,
        Guid? act = null) => new()
        {
            Id = dice.Id(at),
            OrganisationId = cast.Organisation.Id,
            ActId = act ?? dice.Id(at),
            Kind = kind,
            FromPersonId = from.Id,
            FromDepartmentId = from.DepartmentId,
            ToPersonId = to?.Id,
            ToDepartmentId = department ?? to?.DepartmentId,
            Note = note,
            Values = values,
            Visibility = isPrivate ? Visibility.Private : Visibility.Public,
            OccurredAt = at,
            RecordedAt = at,
            Source = "demo",
        };

    private IEnumerable<Exchange> OfStream(DemoData.Stream stream)
    {
        var (givers, receivers) = (cast.MembersOf(stream.From), cast.MembersOf(stream.To));
        ImmutableArray<int> weeks = [.. Enumerable.Range(0, Weeks)];
        for (var i = 0; i < stream.Helps; i++)
        {
            var giver = dice.Pick(givers, person => data.Busy.GetValueOrDefault(person.Handle!, 1));
            var receiver = dice.Pick([.. receivers.Where(person => person != giver && person.Handle != stream.NotTo)]);
            var favour = dice.Pick(data.Help[stream.From]);
            var at = WorkingTime(dice.Pick(weeks, week => Weight(stream.Trend, week)), giver);
            yield return Entry(ExchangeKind.Help, giver, receiver, null, at, favour.Note, []);
            if (dice.Chance(giver.Handle == data.Unsung.Handle ? data.Unsung.Thanked : stream.Thanked))
            {
                yield return Entry(
                    ExchangeKind.Thanks, receiver, giver, null, at.AddMinutes(20 + dice.NextInt(240)), favour.Thanks,
                    dice.Chance(0.3) ? [dice.Pick(data.Kudos).Value] : [], isPrivate: dice.Chance(0.15));
            }
        }
    }

    private IEnumerable<Exchange> Calls()
    {
        var caller = cast[data.Calls.Person];
        foreach (var help in data.Calls.Helps)
        {
            yield return Entry(ExchangeKind.Help, cast[help.From], caller, null, WorkingTime(Weeks - help.WeeksAgo, caller), help.Note, []);
        }

        foreach (var thanks in data.Calls.Thanks)
        {
            yield return Entry(
                ExchangeKind.Thanks,
                caller,
                cast[thanks.To],
                null,
                WorkingTime(Weeks - thanks.WeeksAgo, caller),
                thanks.Note,
                []);
        }
    }

    private IEnumerable<Exchange> Praise()
    {
        var everybody = cast.Everybody;
        for (var i = 0; i < Weeks * KudosAWeek; i++)
        {
            var giver = dice.Pick(everybody);
            var receiver = dice.Pick([.. everybody.Where(person => person != giver && person.Handle != data.Unsung.Handle)]);
            var praise = dice.Pick(data.Kudos);
            yield return Entry(ExchangeKind.Kudos, giver, receiver, null, WorkingTime(i / KudosAWeek, giver), praise.Note, [praise.Value]);
        }
    }

    private static double Weight(DemoData.Trend trend, int week) => trend switch
    {
        DemoData.Trend.Fading => week < 15 ? 1 : 0.04,
        DemoData.Trend.New => week >= Weeks - 7 ? 1 : 0,
        _ => 1,
    };

    /// <summary>Returns a moment between nine and five, in the person's time zone, in a week counted from 26 weeks ago.</summary>
    private DateTimeOffset WorkingTime(int week, Person person)
    {
        var day = thisWeek.AddDays((7 * (week - Weeks)) + dice.NextInt(5));
        var local = day.DateTime.AddHours(9).AddMinutes(dice.NextInt(8 * 60));
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone!).GetUtcOffset(local)).ToUniversalTime();
    }
}
