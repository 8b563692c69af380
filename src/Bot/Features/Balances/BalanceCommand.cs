using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>
/// <c>/relate with @it</c>, <c>/relate with @sue</c>: the sender's balance with a department or person. No one else sees it.
/// </summary>
public sealed class BalanceCommand(
    SentenceParser parser,
    IBalanceReader balances,
    IPeopleDirectory directory,
    IOfferStore offers,
    IAccountStore accounts,
    HelpRules rules,
    TimeProvider clock)
{
    private const int MostLatest = 3;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.Unclear(unclear));
        }

        return new ChatReply.Answer(sentence.Receivers switch
        {
            [Receiver.Person person] when person.Id == context.Sender.Id => BalanceMessages.WithYourself(),
            [Receiver.Person person] =>
                await WithPersonAsync(
                    context.Sender,
                    (await directory.GetPeopleAsync([person.Id], cancellationToken))[0],
                    cancellationToken),
            [Receiver.Department team] =>
                await WithDepartmentAsync(
                    context.Sender,
                    (await directory.GetDepartmentsAsync([team.Id], cancellationToken))[0],
                    cancellationToken),
            [Receiver.Unknown nobody] => NameMessages.Unknown(nobody.Typed),
            _ => BalanceMessages.WithWhom(),
        });
    }

    /// <summary><em>Say thanks</em> under a suggestion: opens the form with the helper preselected.</summary>
    public async Task<ChatReply> ThankAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(action.Value, out var id)
            || (await balances.EntriesAsync([id], cancellationToken)) is not [{ Kind: ExchangeKind.Help } help]
            || help.ToPersonId != context.Sender.Id)
        {
            return new ChatReply.Answer(ThanksMessages.Outdated());
        }

        var here = await accounts.GetWorkspaceAccountsAsync(context.Workspace, [help.FromPersonId], cancellationToken);
        var form = ThanksForm.ToGive(
            ExchangeKind.Thanks,
            await directory.AllDepartmentsAsync(cancellationToken),
            new ChatPost { AuthorId = here.GetValueOrDefault(help.FromPersonId) });
        return new ChatReply.OpenForm(form with { OpenedBy = new ChatButton(action.Name, action.Value, "Open the form") });
    }

    private async Task<ChatMessage> WithPersonAsync(Person sender, Person other, CancellationToken cancellationToken)
    {
        var deeds = await balances.GetHistoryWithPersonAsync(sender.Id, other.Id, cancellationToken);
        var department = other.DepartmentId is { } id && id != sender.DepartmentId
            ? (await directory.GetDepartmentsAsync([id], cancellationToken))[0]
            : null;
        var fitting = await FittingAsync(sender, other.Id, departmentId: null, cancellationToken);
        return BalanceMessages.With(await ViewAsync(sender, ChatText.Of($"{other}"), deeds, department, fitting, cancellationToken));
    }

    private async Task<ChatMessage> WithDepartmentAsync(Person sender, Department department, CancellationToken cancellationToken)
    {
        var deeds = await balances.GetHistoryWithDepartmentAsync(sender.Id, department.Id, cancellationToken);
        var fitting = await FittingAsync(sender, personId: null, department.Id, cancellationToken);
        return BalanceMessages.With(await ViewAsync(sender, ChatText.Of($"{department}"), deeds, department, fitting, cancellationToken));
    }

    private async Task<Ask?> FittingAsync(Person sender, Guid? personId, Guid? departmentId, CancellationToken cancellationToken)
    {
        var topics = (await offers.GetByOwnerAsync(sender.Id, cancellationToken)).Select(offer => offer.Topic).ToList();
        return topics.Count == 0 ? null : await balances.FindMatchingAskAsync(sender.Id, personId, departmentId, topics, cancellationToken);
    }

    private async Task<BalanceView> ViewAsync(
        Person sender,
        ChatText other,
        IReadOnlyList<BalanceEntry> deeds,
        Department? department,
        Ask? fitting,
        CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Recent;
        var latest = deeds.Where(entry => entry.Kind is not BalanceEntryKind.Ask).DistinctBy(entry => entry.ActId).Take(MostLatest)
            .ToList();
        var unthanked = UnthankedHelp.Newest(deeds, since);
        var thanked = deeds.FirstOrDefault(entry => entry is { Kind: BalanceEntryKind.Thanks, IsMine: true });
        BalanceEntry[] told = [.. latest, .. Present(unthanked), .. Present(thanked)];
        var entries = (await balances.EntriesAsync([.. told.Select(entry => entry.Id).Distinct()], cancellationToken)).ToDictionary(
            entry => entry.Id);
        Guid[] ids = [.. told.Select(entry => entry.OtherId).OfType<Guid>().Distinct(), .. fitting is null ? []
            : new[] { fitting.AskerId }];
        var people = (await directory.GetPeopleAsync(ids, cancellationToken)).ToDictionary(person => person.Id);
        var zone = rules.ZoneOf(sender);

        return new BalanceView
        {
            Other = other,
            Recent = Balance.Of(deeds.Where(entry => entry.At >= since)),
            Always = Balance.Of(deeds),
            Latest = [.. latest.Select(entry =>
                BalanceMessages.Line(
                    entries[entry.Id],
                    entry.IsMine,
                    entry.OtherId is { } id ? ChatText.Of($"{people[id]}") : other,
                    Day(entry.At)))],
            Suggestions =
            [
                .. fitting is null ? [] : new Suggestion[] { new Suggestion.FittingAsk(fitting, people[fitting.AskerId]) },
                .. unthanked is null
                    ? []
                    : new Suggestion[] { new Suggestion.OpenThanks(entries[unthanked.Id], people[unthanked.OtherId!.Value]) },
                .. department is { HowToHelpAt: not null } ? new Suggestion[] { new Suggestion.HowToHelp(department) } : [],
                .. thanked is null ? [] : new Suggestion[] { new Suggestion.ThankedBefore(entries[thanked.Id]) },
            ],
        };

        static ImmutableArray<BalanceEntry> Present(BalanceEntry? entry) => entry is null ? [] : [entry];

        string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }
}
