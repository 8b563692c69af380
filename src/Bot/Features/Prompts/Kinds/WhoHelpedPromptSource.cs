using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>
/// Who helped you this week? First people whose recorded help hasn't been thanked, then other people the person was in touch with.
/// </summary>
public sealed class WhoHelpedPromptSource(PromptDataReader data, IPeopleDirectory directory, TimeProvider clock) : IPromptSource
{
    private const int MostNamed = 3;
    private static readonly TimeSpan lately = TimeSpan.FromDays(14);

    public PromptKind Kind => PromptKind.WhoHelped;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var contacts = await data.ContactsAsync(
            [.. candidates.Select(candidate => candidate.Person.Id)],
            clock.GetUtcNow() - lately,
            cancellationToken);
        var named = candidates.ToDictionary(candidate => candidate.Person.Id, candidate => Rank([.. contacts[candidate.Person.Id]]));
        var people = (await directory.GetPeopleAsync([.. named.Values.SelectMany(ids => ids).Distinct()], cancellationToken)).ToDictionary(
            person => person.Id);
        return named.ToDictionary(
            pair => pair.Key,
            pair => Say(
                [.. pair.Value.Select(people.GetValueOrDefault).OfType<Person>().Where(person => person.CanReceive).Take(MostNamed)],
                Helps(contacts[pair.Key])));
    }

    private static PromptContent Say(ImmutableArray<Person> people, Dictionary<Guid, int> helps) => people switch
    {
        [] => new PromptContent
        {
            Reason = ChatText.Of("small things are soon forgotten, and I know of nobody in particular"),
            Buttons = [new ChatButton(ThanksMessages.FormAction, nameof(ExchangeKind.Thanks), "Say thanks", ChatButtonLook.Primary)],
        },
        [var first, ..] => new PromptContent
        {
            Reason = helps.GetValueOrDefault(first.Id) is var times and > 0
                ? ChatText.Of($"{first} helped you {Times(times)}, as far as I know")
                : ChatText.Of($"you were in touch with {ChatText.List(people)} lately"),
            Buttons = [.. people.Select(person =>
                new ChatButton(PromptActions.ThankAction, person.Id.ToString("N"), PersonButtonLabel.Of("Thank", person)))],
        }.With("people", ChatText.List(people)),
    };

    /// <summary>Orders contacts: helpers who haven't been thanked first, then other people who haven't been thanked.</summary>
    private static ImmutableArray<Guid> Rank(ImmutableArray<PromptDataReader.Contact> contacts)
    {
        var thanked = contacts
            .Where(contact => contact is { IsMine: true, Kind: not ExchangeKind.Help })
            .ToLookup(contact => contact.OtherId, contact => contact.At);
        var open = contacts.Where(contact =>
            contact is { IsMine: false, Kind: ExchangeKind.Help } && thanked[contact.OtherId].All(at => at < contact.At));
        return [.. open
            .Concat(contacts.Where(contact => thanked[contact.OtherId].All(at => at < contact.At)))
            .Select(contact => contact.OtherId)
            .Distinct()];
    }

    private static Dictionary<Guid, int> Helps(IEnumerable<PromptDataReader.Contact> contacts) => contacts
        .Where(contact => contact is { IsMine: false, Kind: ExchangeKind.Help })
        .GroupBy(contact => contact.OtherId).ToDictionary(help => help.Key, help => help.Count());

    private static string Times(int number) => number switch
    {
        1 => "lately",
        2 => "twice in two weeks",
        3 => "three times in two weeks",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} times in two weeks")
    };
}
