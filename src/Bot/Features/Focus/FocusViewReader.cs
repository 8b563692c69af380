using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Balances;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>Loads what an owner sees of their focus list.</summary>
public sealed class FocusViewReader(
    IFocusStore focus,
    IPeopleDirectory directory,
    ConversationOpeners openers,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>Returns the whole list, by slot.</summary>
    public async Task<IReadOnlyList<FocusView>> OfAsync(Person owner, CancellationToken cancellationToken)
    {
        var all = await focus.GetByOwnerAsync(owner.Id, cancellationToken);
        var people = all.Count == 0 ? [] : await directory.GetPeopleAsync([.. all.Select(entry => entry.PersonId)], cancellationToken);
        return [.. all.Select(entry => View(owner, entry, people.First(person => person.Id == entry.PersonId)))];
    }

    /// <summary>Returns one entry with the latest exchange; null when it isn't in this owner's list.</summary>
    public async Task<FocusView?> FindAsync(Person owner, Guid id, CancellationToken cancellationToken)
    {
        if ((await OfAsync(owner, cancellationToken)).FirstOrDefault(view => view.Entry.Id == id) is not { } view)
        {
            return null;
        }

        var last = await focus.LastExchangeAsync(owner.Id, view.Person.Id, cancellationToken);
        return last is null ? view : view with
        {
            LastExchange = BalanceMessages.Line(
                last,
                last.FromPersonId == owner.Id,
                ChatText.Of(view.Person.Name),
                TimeZoneInfo.ConvertTime(last.OccurredAt, rules.ZoneOf(owner)).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
        };
    }

    private FocusView View(Person owner, FocusPerson entry, Person person) => new()
    {
        Entry = entry, Person = person, Opener = openers.For(entry), Now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.ZoneOf(owner)),
    };
}
