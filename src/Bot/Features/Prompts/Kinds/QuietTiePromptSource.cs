using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>
/// A tie that was strong and has been silent for twice as long as usual. People prefer to reconnect with those who are easy to talk to, but
/// gain more from those they know less about by now. So it offers one of each, if there are two.
/// </summary>
public sealed class QuietTiePromptSource(PromptDataReader data, IPeopleDirectory directory, TimeProvider clock) : IPromptSource
{
    private const int QuietDays = 28;
    private const int ForgottenDays = 364;

    public PromptKind Kind => PromptKind.QuietTie;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var week = Week.MondayOf(clock.GetUtcNow());
        var silent = await data.SilentTiesAsync(
            [.. candidates.Select(candidate => candidate.Person.Id)],
            week.AddDays(-QuietDays),
            week.AddDays(-ForgottenDays),
            cancellationToken);
        var quiet = candidates.ToDictionary(
            candidate => candidate.Person.Id,
            candidate => silent[candidate.Person.Id].Where(tie => tie.IsGoingQuietIn(week) && !WasNamed(candidate, tie)).ToList());
        var others = quiet.SelectMany(pair => pair.Value.Select(tie => tie.OtherThan(pair.Key))).Distinct().ToList();
        var people = (await directory.GetPeopleAsync(others, cancellationToken))
            .Where(person => person.CanReceive)
            .ToDictionary(person => person.Id);
        return candidates
            .Select(candidate => (candidate.Person, Offered: Choose(candidate.Person, quiet[candidate.Person.Id], people)))
            .Where(pair => pair.Offered.Length > 0).ToDictionary(pair => pair.Person.Id, pair => Say(pair.Offered));
    }

    /// <summary>True when the tie was offered within the last eight weeks; then it isn't offered again.</summary>
    private static bool WasNamed(PromptCandidate candidate, Tie tie) =>
        candidate
            .SentOf(PromptKind.QuietTie)
            .Any(prompt => prompt.Subject.Contains(tie.OtherThan(candidate.Person.Id).ToString("N"), StringComparison.Ordinal));

    /// <summary>
    /// Returns the strongest tie, and of the others the one that has been silent longest, people of other departments first.
    /// </summary>
    private static ImmutableArray<(Person Person, Tie Tie)> Choose(Person person, List<Tie> quiet, Dictionary<Guid, Person> people)
    {
        var known = quiet
            .Where(tie => people.ContainsKey(tie.OtherThan(person.Id)))
            .OrderByDescending(tie => tie.Level)
            .Select(tie => (Person: people[tie.OtherThan(person.Id)], Tie: tie))
            .ToList();
        return [
            .. known.Take(1),
            .. known
                .Skip(1)
                .OrderByDescending(other => other.Person.DepartmentId != person.DepartmentId)
                .ThenBy(other => other.Tie.Week)
                .Take(1)
        ];
    }

    private static string Weeks(Tie tie) =>
        Math.Max((int)Math.Round((tie.UsualGapDays ?? 7) / 7), 1) is var weeks and > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{weeks} weeks")
            : "week";

    internal static PromptContent Say(ImmutableArray<(Person Person, Tie Tie)> offered) => new PromptContent
    {
        Reason = ChatText.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"you and {offered[0].Person.Name} used to be in touch every {Weeks(offered[0].Tie)} or so, and last were in the week of "
                + $"{offered[0].Tie.Week:d MMMM}")),
        ExtraBlocks = [.. offered
            .Skip(1)
            .Select(other =>
                new ChatBlock.Paragraph(
                    ChatText.Of($"Or {other.Person}: you know less of each other by now, so there may be more to hear.")))],
        Buttons = [.. offered.Select(other =>
            new ChatButton(PromptActions.ThankAction, other.Person.Id.ToString("N"), PersonButtonLabel.Of("Thank", other.Person)))],
        Subject = string.Join(',', offered.Select(other => other.Person.Id.ToString("N"))),
    }.With("person", ChatText.Of($"{offered[0].Person}"));
}
