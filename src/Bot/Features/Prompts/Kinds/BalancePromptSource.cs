using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Help;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>A department that helped the person far more often than they helped it, with two ways to give something back.</summary>
public sealed class BalancePromptSource(PromptDataReader data, IPeopleDirectory directory, TimeProvider clock) : IPromptSource
{
    private const int Often = 3;
    private const int LongestText = 120;
    private static readonly TimeSpan quarter = TimeSpan.FromDays(90);

    public PromptKind Kind => PromptKind.Balance;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var leanings = await data.LeaningsAsync(
            [.. candidates.Select(candidate => candidate.Person.Id)],
            clock.GetUtcNow() - quarter,
            cancellationToken);
        var leaning = candidates
            .Select(candidate =>
                leanings[candidate.Person.Id].FirstOrDefault(leaning =>
                    IsLopsided(leaning) && leaning.DepartmentId != candidate.Person.DepartmentId))
            .OfType<PromptDataReader.Leaning>().ToList();
        Guid[] ids = [.. leaning.Select(one => one.DepartmentId).Distinct()];
        var departments = (await directory.GetDepartmentsAsync(ids, cancellationToken)).ToDictionary(department => department.Id);
        var asks = await data.OpenAsksAsync(ids, cancellationToken);
        var askers = (await directory.GetPeopleAsync([.. asks.Values.Select(ask => ask.AskerId)], cancellationToken)).ToDictionary(
            person => person.Id);
        return leaning.Where(one => departments.ContainsKey(one.DepartmentId))
            .ToDictionary(
                one => one.PersonId,
                one => Say(one, departments[one.DepartmentId], asks.GetValueOrDefault(one.DepartmentId), askers));
    }

    private static bool IsLopsided(PromptDataReader.Leaning leaning) =>
        leaning.Received >= Often && leaning.Received >= Often * leaning.Given;

    private static PromptContent Say(
        PromptDataReader.Leaning leaning,
        Department department,
        Domain.Help.Ask? ask,
        Dictionary<Guid, Person> askers)
    {
        var asker = ask is null || ask.AskerId == leaning.PersonId ? null : askers.GetValueOrDefault(ask.AskerId);
        ImmutableArray<ChatText> ways =
        [
            .. asker is null ? [] : new[] { ChatText.Of($"{asker} asks: “{ask!.Text.Excerpt(LongestText)}”. You may know.") },
            .. department.HowToHelpLines.Take(1).Select(line => ChatText.Of($"They say what makes their work easier: “{line}”")),
            ChatText.Of($"A word of thanks that names one thing they did."),
            ChatText.Of($"Offer what you know, so that they find you: /relate offer #excel"),
        ];
        return new PromptContent
        {
            Reason = ChatText.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"{department.Name} helped you {leaning.Received} times in three "
                    + $"months{(leaning.Given == 0
                        ? ""
                        : $", and you helped them {(leaning.Given == 1 ? "once" : $"{leaning.Given} times")}")}; only you see this")),
            ExtraBlocks = [.. ways.Take(2).Select(way => new ChatBlock.Paragraph(ChatText.Of($"• {way}")))],
            Buttons =
            [
                .. asker is null
                    ? []
                    : new[] { new ChatButton(AskMessages.TakeAction, ask!.Id.ToString("N"), "I can help", ChatButtonLook.Primary) },
                new ChatButton(PromptActions.ThankTeamAction, department.Id.ToString("N"), "Say thanks"),
            ],
            Subject = department.Id.ToString("N"),
        }.With("department", ChatText.Of($"{department}"));
    }
}
