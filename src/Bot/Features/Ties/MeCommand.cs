using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Ties;

/// <summary><c>/relate me</c>: the sender's own ties. No one else sees them, and people who left aren't named.</summary>
public sealed class MeCommand(
    ITieReader ties,
    IBalanceReader balances,
    IPeopleDirectory directory,
    GiveThanksHandler giveThanks,
    ThanksNotifier thanksNotifier,
    BalanceCommand balanceCommand,
    Inbox inbox,
    HelpRules rules,
    TimeProvider clock)
{
    private const int MostRead = 100;
    private const int MostStrongest = 5;
    private const int MostQuietening = 3;
    private const int MostNamed = 5;
    private const int MostBridged = 5;
    private const int MostOpen = 3;
    private const double Alive = 0.25;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public async Task<ChatReply> HandleAsync(ChatContext context, CancellationToken cancellationToken)
    {
        var (me, now) = (context.Sender, clock.GetUtcNow());
        var week = Week.MondayOf(now);
        var deeds = await balances.GetHistorySinceAsync(me.Id, now - Recent, cancellationToken);
        var own = await ties.StrongestAsync(me.Id, MostRead, cancellationToken);
        var people = await ReachableAsync(
            [.. own.Select(tie => tie.OtherThan(me.Id)), .. deeds.Select(entry => entry.OtherId).OfType<Guid>()],
            cancellationToken);
        ImmutableArray<TiesView.NamedTie> named =
        [
            .. own
                .Where(tie => people.ContainsKey(tie.OtherThan(me.Id)))
                .Select(tie => new TiesView.NamedTie(people[tie.OtherThan(me.Id)], tie, tie.SidesOf(me.Id))),
        ];
        var alive = named.Where(tie => tie.Tie.StrengthIn(week) >= Alive && !tie.Tie.IsGoingQuietIn(week)).ToList();
        return new ChatReply.Answer(TieMessages.Me(new TiesView
        {
            Week = week,
            Strongest = [.. alive.Take(MostStrongest)],
            Quietening = [.. named.Where(tie => tie.Tie.IsGoingQuietIn(week)).Take(MostQuietening)],
            Thanked = Thanks(isMine: true),
            ThankedBy = Thanks(isMine: false),
            Bridged = await BridgedAsync(me, alive, cancellationToken),
            Open = await OpenAsync(me, deeds, people, now - Recent, cancellationToken),
        }));

        ImmutableArray<Person> Thanks(bool isMine) =>
        [
            .. deeds
                .Where(entry => entry.IsMine == isMine && entry.Kind is BalanceEntryKind.Thanks or BalanceEntryKind.Kudos)
                .Select(entry => entry.OtherId)
                .OfType<Guid>()
                .Distinct().Where(people.ContainsKey).Take(MostNamed).Select(id => people[id]),
        ];
    }

    /// <summary>
    /// One tap says thanks in private, once, however often it is tapped. If earlier thanks were undone, the form opens instead.
    /// </summary>
    public async Task<ChatReply> ThankAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(action.Value, out var id)
            || await balances.EntriesAsync([id], cancellationToken) is not [{ Kind: ExchangeKind.Help } help]
            || help.ToPersonId != context.Sender.Id)
        {
            return new ChatReply.Answer(ThanksMessages.Outdated());
        }

        var deeds = await balances.GetHistorySinceAsync(context.Sender.Id, help.OccurredAt, cancellationToken);
        if (UnthankedHelp.NewestPerHelper(deeds, help.OccurredAt).All(open => open.OtherId != help.FromPersonId))
        {
            return new ChatReply.Answer(TieMessages.ThankedAlready(
                (await directory.GetPeopleAsync([help.FromPersonId], cancellationToken))[0]));
        }

        if (!await inbox.TryClaimAsync(context.Workspace, [$"thanks-for:{id:N}"], cancellationToken))
        {
            return await balanceCommand.ThankAsync(context, action, cancellationToken);
        }

        var thanks = new GiveThanks
        {
            Kind = ExchangeKind.Thanks,
            GiverId = context.Sender.Id,
            Receivers = [new Receiver.Person(help.FromPersonId)],
            Note = help.Note,
            Values = [],
            Visibility = Visibility.Private, Source = context.Workspace.Platform,
        };
        return new ChatReply.Answer(await giveThanks.HandleAsync(thanks, cancellationToken) switch
        {
            GiveThanksResult.Given given =>
                ThanksMessages.Given(given.Act, await thanksNotifier.NotifyAsync(context.Workspace, given.Act, cancellationToken)),
            GiveThanksResult.Refused refused => ThanksMessages.Refused(ExchangeKind.Thanks, refused.Faults, draftId: null),
            var other => throw new InvalidOperationException($"No answer to {other.GetType().Name}."),
        });
    }

    private async Task<Dictionary<Guid, Person>> ReachableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await directory.GetPeopleAsync([.. ids.Distinct()], cancellationToken))
            .Where(person => person.CanReceive)
            .ToDictionary(person => person.Id);

    private async Task<ImmutableArray<Department>> BridgedAsync(
        Person me,
        IEnumerable<TiesView.NamedTie> alive,
        CancellationToken cancellationToken)
    {
        var bridged = alive.Where(tie => tie.Sides.Reciprocity > 0).Select(tie => tie.Other.DepartmentId).OfType<Guid>()
            .Where(id => me.DepartmentId is { } own && id != own).Distinct().Take(MostBridged).ToList();
        var departments = await directory.GetDepartmentsAsync(bridged, cancellationToken);
        return [.. departments.OrderBy(department => department.NameKey, StringComparer.Ordinal)];
    }

    private async Task<ImmutableArray<TiesView.OpenHelp>> OpenAsync(
        Person me,
        IReadOnlyList<BalanceEntry> deeds,
        Dictionary<Guid, Person> people,
        DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var open = UnthankedHelp
            .NewestPerHelper(deeds, since)
            .Where(help => people.ContainsKey(help.OtherId!.Value))
            .Take(MostOpen)
            .ToList();
        var entries = (await balances.EntriesAsync([.. open.Select(help => help.Id)], cancellationToken)).ToDictionary(entry => entry.Id);
        var zone = rules.ZoneOf(me);
        return
        [
            .. open.Select(help => new TiesView.OpenHelp(
                entries[help.Id],
                people[help.OtherId!.Value],
                TimeZoneInfo.ConvertTime(help.At, zone).ToString("d MMMM", CultureInfo.InvariantCulture))),
        ];
    }
}
