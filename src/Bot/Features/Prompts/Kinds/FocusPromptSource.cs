using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>
/// A person of the focus list with whom it is time to be in touch: the one who has waited longest, and the same person at most once a week.
/// </summary>
public sealed class FocusPromptSource(PromptDataReader data, IPeopleDirectory directory, TimeProvider clock) : IPromptSource
{
    private const int DaysBetween = 7;

    public PromptKind Kind => PromptKind.FocusFive;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var due = await data.DueFivesAsync([.. candidates.Select(candidate => candidate.Person.Id)], clock.GetUtcNow(), cancellationToken);
        var people = (await directory.GetPeopleAsync(
            [.. due.SelectMany(five => five).Select(entry => entry.PersonId).Distinct()],
            cancellationToken)).Where(person => person.CanReceive).ToDictionary(person => person.Id);
        return candidates
            .Select(candidate =>
                (
                    candidate.Person.Id,
                    Entry: due[candidate.Person.Id].FirstOrDefault(entry =>
                        people.ContainsKey(entry.PersonId) && !WasNamed(candidate, entry))))
            .Where(pair => pair.Entry is not null).ToDictionary(pair => pair.Id, pair => Say(pair.Entry!, people[pair.Entry!.PersonId]));
    }

    private static bool WasNamed(PromptCandidate candidate, FocusPerson entry) => candidate.SentOf(PromptKind.FocusFive)
        .Any(prompt => prompt.Subject == entry.Id.ToString("N") && candidate.Today.DayNumber - prompt.Day.DayNumber < DaysBetween);

    internal static PromptContent Say(FocusPerson entry, Person person) => new PromptContent
    {
        Reason = entry.ContactAt is { } at
            ? ChatText.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"{person.Name} is one of your five, and your last contact was on {at:d MMMM}; only you see this"))
            : ChatText.Of($"{person.Name} is one of your five; only you see this"),
        Buttons =
        [
            new ChatButton(
                FocusMessages.ShowAction,
                new FocusButtonValue(entry.Id, entry.Turn, IsAtHome: false).ToString(),
                "How to begin",
                ChatButtonLook.Primary),
            new ChatButton(FocusMessages.TalkedAction, new FocusButtonValue(entry.Id, entry.Turn, IsAtHome: false).ToString(), "We talked"),
        ],
        Subject = entry.Id.ToString("N"),
    }.With("person", ChatText.Of(person.Name));
}
