using System.Text.Json;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// Handles buttons and forms of cards. Replies go through the outbox, so they appear on every device and survive a restart. The response
/// contains only short-lived content: a form with errors, or an acknowledgement.
/// </summary>
public sealed class CardInvokeHandler(
    RequestPipeline pipeline,
    TeamsReferenceRecorder references,
    TeamsIdentityResolver identities,
    TeamsFormSender forms,
    FormRedisplay redisplay,
    TapRateLimiter rateLimiter)
{
    private const string Heard = "Got it.";

    public async Task<TeamsEndpointResult> ActAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (ReadData(activity) is not { } data || SubmittedCard.Read(data) is not { } card)
        {
            return Answer(AdaptiveCardInvokeResponse.Error(
                StatusCodes.Status400BadRequest,
                "BadRequest",
                "I do not know this button any more. Nothing was recorded; write help to see what works."));
        }

        if (card.IsView)
        {
            return await ViewAsync(workspace, activity, card, cancellationToken);
        }

        if (!rateLimiter.TryTake(workspace, activity.From!.Id))
        {
            return Answer(AdaptiveCardInvokeResponse.Error(
                StatusCodes.Status429TooManyRequests,
                "TooManyRequests",
                "That was a lot at once, and this tap was not counted. Please try again in a few seconds."));
        }

        await references.NoteAsync(workspace, activity, cancellationToken);
        await identities.ImportUnknownAccountsAsync(workspace, [TeamsRequestMapper.PersonOf(activity), .. card.People], cancellationToken);
        var address = TeamsRequestMapper.AddressOf(activity) with { Card = activity.ReplyToId, CardIsDone = card.Input is ChatInput.Form };
        switch (await pipeline.HandleAsync(
            TeamsRequestMapper.Of(workspace, activity, card.Input, address, card.Keys.AsSpan()),
            cancellationToken))
        {
            case ChatReply.OpenForm open:
                await forms.SendAsync(workspace, address, open.Form, TeamsRequestMapper.IdempotencyKeyOf(activity), cancellationToken);
                return Answer(AdaptiveCardInvokeResponse.Of(Heard));
            case ChatReply.FormErrors errors:
                return Answer(
                    await redisplay.RenderAsync(workspace, activity, card, errors, isInDialog: false, cancellationToken) is { } drawn
                    ? AdaptiveCardInvokeResponse.Of(drawn)
                    : AdaptiveCardInvokeResponse.Of(TeamsMessages.Faults(errors).Message.Summary));
            default:
                return Answer(AdaptiveCardInvokeResponse.Of(Heard));
        }
    }

    /// <summary>A view request changes nothing, so it reserves no key. Clients repeat it whenever they show the card.</summary>
    private async Task<TeamsEndpointResult> ViewAsync(
        Workspace workspace,
        Activity activity,
        SubmittedCard card,
        CancellationToken cancellationToken)
    {
        var request = TeamsRequestMapper.Of(workspace, activity, card.Input, TeamsRequestMapper.AddressOf(activity)) with
        {
            ReplyAddress = null,
            DeliveryKeys = []
        };
        return Answer(await pipeline.HandleAsync(request, cancellationToken) is ChatReply.Answer answer
            ? AdaptiveCardInvokeResponse.Of(CardRenderer.Render(answer.Message, answer.Accounts))
            : AdaptiveCardInvokeResponse.Of(Heard));
    }

    private static JsonElement? ReadData(Activity activity)
    {
        try
        {
            return activity.Value?.Deserialize(TeamsJson.Wire.AdaptiveCardInvokeValue)?.Action?.Data;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TeamsEndpointResult Answer(AdaptiveCardInvokeResponse response) =>
        TeamsEndpointResult.Of(response, TeamsJson.Wire.AdaptiveCardInvokeResponse);
}
