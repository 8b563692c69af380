using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>Shows a form with errors again with all answers, because a card closes when it is submitted.</summary>
public sealed class FormRedisplay(RequestPipeline pipeline)
{
    /// <summary>Returns null when the form can no longer be opened.</summary>
    internal async Task<AdaptiveCard?> RenderAsync(
        Workspace workspace,
        Activity activity,
        SubmittedCard card,
        ChatReply.FormErrors errors,
        bool isInDialog,
        CancellationToken cancellationToken)
    {
        if (card is not { Input: ChatInput.Form typed, OpenedBy: { } button })
        {
            return null;
        }

        // The activity itself is already handled, so this uses its own key.
        var request = TeamsRequestMapper.Of(
            workspace,
            activity with { Id = $"{activity.Id}:again" },
            new ChatInput.Action(button.Action, button.Value),
            TeamsRequestMapper.AddressOf(activity)) with
        { ReplyAddress = null };
        return await pipeline.HandleAsync(request, cancellationToken) is ChatReply.OpenForm { Form: var form } && form.Form == typed.Name
            ? FormCard.Render(form.WithAnswers(typed), errors.Errors, TeamsRequestMapper.IdempotencyKeyOf(activity), isInDialog)
            : null;
    }
}
