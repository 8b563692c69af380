using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>A year more since somebody began here, for whoever wants to hear it: whom do they owe it to?</summary>
public sealed class AnniversaryPromptSource : IPromptSource
{
    // A day off puts it off by as much.
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
    /// The years that became full within the last days; null when none did. Whoever began on 29 February has 28 February in other years.
    /// </summary>
    internal static int? Years(DateOnly start, DateOnly today)
    {
        var years = today.Year - start.Year;
        return new[] { years, years - 1 }
            .Where(full => start.AddYears(Math.Max(full, 0)) is var day && day <= today && today.DayNumber - day.DayNumber < Grace)
            .Select(full => (int?)full).FirstOrDefault();
    }
}
