using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>Three people worth meeting, and why, in the first, second and fourth week. Needs the start date from the roster.</summary>
public sealed class NewcomerPromptSource(PromptDataReader data, IPeopleDirectory directory, TimeProvider clock) : IPromptSource
{
    private const int MostNamed = 3;
    private static readonly TimeSpan quarter = TimeSpan.FromDays(90);
    private static readonly ImmutableArray<int> weeks = [1, 2, 4];

    public PromptKind Kind => PromptKind.Newcomer;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var newcomers = candidates.Where(candidate => IsTheirWeek(candidate)).ToList();
        if (newcomers.Count == 0)
        {
            return ImmutableDictionary<Guid, PromptContent>.Empty;
        }

        Guid[] teams = [.. newcomers.Select(newcomer => newcomer.Person.DepartmentId).OfType<Guid>().Distinct()];
        var helpers = await data.HelpersOfAsync(teams, clock.GetUtcNow() - quarter, cancellationToken);
        var departments = (await directory.GetDepartmentsAsync(
            [.. teams, .. helpers.SelectMany(of => of).Select(helper => helper.DepartmentId).OfType<Guid>().Distinct()],
            cancellationToken))
            .DistinctBy(department => department.Id).ToDictionary(department => department.Id);
        Guid[] named = [
            .. helpers.SelectMany(of => of).Select(helper => helper.PersonId),
            .. departments.Values.Select(department => department.HeadId).OfType<Guid>(),
            .. newcomers.Select(newcomer => newcomer.Person.ManagerId).OfType<Guid>()
        ];
        var people = (await directory.GetPeopleAsync([.. named.Distinct()], cancellationToken))
            .Where(person => person.CanReceive)
            .ToDictionary(person => person.Id);

        return newcomers
            .Select(newcomer =>
                (newcomer.Person, Met: Choose(newcomer, [.. helpers[newcomer.Person.DepartmentId ?? Guid.Empty]], departments, people)))
            .Where(pair => pair.Met.Length > 0).ToDictionary(pair => pair.Person.Id, pair => Say(pair.Person, pair.Met));
    }

    /// <summary>True in a week in which newcomers get this prompt, if it hasn't been sent.</summary>
    private static bool IsTheirWeek(PromptCandidate candidate)
    {
        if (candidate.Person.StartedOn is not { } start || candidate.Today < start)
        {
            return false;
        }

        var week = ((candidate.Today.DayNumber - start.DayNumber) / 7) + 1;
        return weeks.Contains(week) && !candidate.SentOf(PromptKind.Newcomer).Any(prompt => prompt.Day >= start.AddDays((week - 1) * 7));
    }

    internal static ImmutableArray<(Person Person, string Why)> Choose(
        PromptCandidate newcomer,
        ImmutableArray<PromptDataReader.Helper> helpers,
        Dictionary<Guid, Department> departments,
        Dictionary<Guid, Person> people)
    {
        var known = newcomer.SentOf(PromptKind.Newcomer).SelectMany(prompt => prompt.Subject.Split(',')).ToHashSet(StringComparer.Ordinal);
        var team = newcomer.Person.DepartmentId is { } id ? departments.GetValueOrDefault(id) : null;
        IEnumerable<(Guid? Id, string Why)> worthMeeting =
        [
            (newcomer.Person.ManagerId, "you report to them"),
            (team?.HeadId, $"leads {team?.Name}"),
            .. helpers.Select(helper => ((Guid?)helper.PersonId, helper.DepartmentId == team?.Id || helper.DepartmentId is null
                ? $"gave colleagues in {team?.Name} a hand, {Times(helper.Count)} in three months"
                : $"{(departments.GetValueOrDefault(helper.DepartmentId.Value) is { } theirs ? $"is in {theirs.Name} and " : "")}helped "
                    + $"{team?.Name} {Times(helper.Count)} in three months")),
        ];
        return
        [
            .. worthMeeting
                .Where(meeting =>
                    meeting.Id is { } other
                        && other != newcomer.Person.Id
                        && !known.Contains(other.ToString("N"))
                        && people.ContainsKey(other))
                .DistinctBy(meeting => meeting.Id).Take(MostNamed).Select(meeting => (people[meeting.Id!.Value], meeting.Why)),
        ];
    }

    internal static PromptContent Say(Person newcomer, ImmutableArray<(Person Person, string Why)> met) => new()
    {
        Reason = ChatText.Of(string.Create(CultureInfo.InvariantCulture, $"you began here on {newcomer.StartedOn:d MMMM}")),
        ExtraBlocks = [.. met.Select(one => new ChatBlock.Paragraph(ChatText.Of($"• {one.Person}: {one.Why}")))],
        Buttons = [new ChatButton(PromptActions.DoneAction, "", "Good to know", ChatButtonLook.Primary)],
        Subject = string.Join(',', met.Select(one => one.Person.Id.ToString("N"))),
    };

    private static string Times(int number) => number switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} times")
    };
}
