using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Help;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>Did it get solved? The ask's own follow-up comes first. An asker who doesn't answer is asked up to two more times.</summary>
public sealed class SolvedPromptSource(PromptDataReader data, IPeopleDirectory directory, TimeProvider clock) : IPromptSource
{
    private const int MostTimes = 2;
    private const int LongestReminder = 200;
    private const int DaysBetween = 7;
    private static readonly TimeSpan patience = TimeSpan.FromDays(7);

    public PromptKind Kind => PromptKind.Solved;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var silent = (await data.SilentAsksAsync(
            [.. candidates.Select(candidate => candidate.Person.Id)],
            clock.GetUtcNow() - patience,
            cancellationToken)).ToLookup(ask => ask.AskerId);
        var asked = candidates
            .Select(candidate => (candidate.Person, Ask: silent[candidate.Person.Id].FirstOrDefault(ask => MayAsk(candidate, ask.Id))))
            .Where(pair => pair.Ask is not null).ToList();
        if (asked.Count == 0)
        {
            return ImmutableDictionary<Guid, PromptContent>.Empty;
        }

        var helpers = await data.HelpersAsync([.. asked.Select(pair => pair.Ask!.Id)], cancellationToken);
        var people = (await directory.GetPeopleAsync([.. helpers.SelectMany(ids => ids).Distinct()], cancellationToken)).ToDictionary(
            person => person.Id);
        return asked.ToDictionary(
            pair => pair.Person.Id,
            pair => Say(pair.Ask!, [.. helpers[pair.Ask!.Id].Select(people.GetValueOrDefault).OfType<Person>()]));
    }

    private static bool MayAsk(PromptCandidate candidate, Guid askId)
    {
        var before = candidate.SentOf(PromptKind.Solved).Where(prompt => prompt.Subject == askId.ToString("N")).ToList();
        return before.Count < MostTimes && before.TrueForAll(prompt => candidate.Today.DayNumber - prompt.Day.DayNumber >= DaysBetween);
    }

    internal static PromptContent Say(Domain.Help.Ask ask, ImmutableArray<Person> helpers) => new PromptContent
    {
        Reason = ChatText.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"you asked this on {ask.AskedAt:d MMMM} and I have not heard how it went")),
        ExtraBlocks = [new ChatBlock.Quote(ask.Text.Excerpt(LongestReminder))],
        Buttons =
        [
            new ChatButton(AskMessages.SolvedAction, ask.Id.ToString("N"), "Yes", ChatButtonLook.Primary),
            new ChatButton(AskMessages.NotYetAction, ask.Id.ToString("N"), "Not yet"),
            new ChatButton(AskMessages.WithdrawAction, ask.Id.ToString("N"), "No longer needed"),
        ],
        Subject = ask.Id.ToString("N"),
    }.With("people", ChatText.List(helpers));
}
