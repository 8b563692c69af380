using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>Work anniversary, for people who opted in: who helped you get here?</summary>
public sealed class AnniversaryPromptSource : IPromptSource
{
    // The anniversary may fall on days off, so the prompt may be up to three days late.
    private const int Grace = 4;

    public PromptKind Kind => PromptKind.Anniversary;

    public Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, PromptContent>>(candidates
            .Select(candidate => (candidate.Person.Id, Idea: Say(candidate)))
            .Where(pair => pair.Idea is not null).ToDictionary(pair => pair.Id, pair => pair.Idea!));

    internal static PromptContent? Say(PromptCandidate candidate)
    {
        if (candidate.Person.StartedOn is not { } start || Years(start, candidate.Today) is not (> 0 and var years)
            || candidate.SentOf(PromptKind.Anniversary).Any(prompt => prompt.Day >= candidate.Today.AddDays(-Grace)))
        {
            return null;
        }

        return new PromptContent
        {
            Reason = ChatText.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"you began here on {start:d MMMM yyyy}, and you asked to be told")),
            Buttons = [new ChatButton(ThanksMessages.FormAction, nameof(ExchangeKind.Thanks), "Say thanks", ChatButtonLook.Primary)],
        }.With("years", ChatText.Of(years == 1 ? "one year" : string.Create(CultureInfo.InvariantCulture, $"{years} years")));
    }

    /// <summary>
    /// Returns the number of full years that were completed within the last few days; null when none were. People who started on 29
    /// February have their anniversary on 28 February in other years.
    /// </summary>
    internal static int? Years(DateOnly start, DateOnly today)
    {
        var years = today.Year - start.Year;
        return new[] { years, years - 1 }
            .Where(full => start.AddYears(Math.Max(full, 0)) is var day && day <= today && today.DayNumber - day.DayNumber < Grace)
            .Select(full => (int?)full).FirstOrDefault();
    }
}
