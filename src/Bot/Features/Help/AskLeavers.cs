using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>Somebody in an ask has left. What they asked is closed; what they had taken goes on without them, and the asker hears of it.</summary>
public sealed class AskLeavers(AskLife life, AskNews news)
{
    /// <summary>All that their leaving changes.</summary>
    public async Task LetGoAsync(Workspace workspace, AskDetails details, CancellationToken cancellationToken)
    {
        if (!details.Asker.IsActive)
        {
            life.Withdraw(details, details.Asker);
            await news.RefreshAsync(details, cancellationToken);
            return;
        }

        var remaining = details;
        foreach (var helper in details.Helpers.Where(helper => !helper.IsActive))
        {
            await life.HandBackAsync(remaining, helper, cancellationToken);
            await news.ToAskerAsync(workspace, remaining, AskMessages.HelperLeft(remaining, helper), cancellationToken);
            remaining = remaining with { Helpers = remaining.Helpers.Remove(helper) };
        }

        if (remaining is { Person.IsActive: false, Helpers.IsEmpty: true })
        {
            await news.ToAskerAsync(workspace, remaining, AskMessages.AskedLeft(remaining), cancellationToken);
        }

        await news.RefreshAsync(remaining, cancellationToken);
    }
}
