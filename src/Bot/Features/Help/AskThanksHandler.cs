using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Features.Help;

/// <summary>Handles thanks for a solved ask.</summary>
public sealed class AskThanksHandler(AskReader reader, AskNotifier notifier, TimeProvider clock)
{
    /// <summary>
    /// Marks a solved ask as thanked if its asker thanked one of its helpers or the department, and updates its messages.
    /// </summary>
    public async Task MarkThankedAsync(Guid askId, Act thanks, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(askId, cancellationToken) is { Ask.State: AskState.Solved } details
            && details.Asker.Id == thanks.Giver.Id
            && (details.Helpers.Any(helper => thanks.WasReceivedBy(helper.Id))
                || thanks.Departments.Any(department => department.Id == details.Department?.Id)))
        {
            details.Ask.MarkThanked(clock.GetUtcNow());
            await notifier.UpdatePostedMessagesAsync(details, cancellationToken);
        }
    }
}
