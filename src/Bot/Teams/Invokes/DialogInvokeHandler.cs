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

/// <summary>Opens and submits forms in dialogs. A form with errors stays open and keeps all answers.</summary>
public sealed class DialogInvokeHandler(RequestPipeline pipeline, TeamsIdentityResolver identities, FormRedisplay redisplay)
{
    private const string Unknown = "I do not know this form any more, so nothing was recorded. Please close it and open it again.";

    /// <summary>Handles a button that opens a dialog.</summary>
    public async Task<TeamsEndpointResult> FetchAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken) =>
        Read(activity) is { Input: ChatInput.Action action }
            ? await OpenAsync(workspace, activity, action, cancellationToken)
            : Answer(TaskModuleResponse.Of(Unknown));

    /// <summary>Opens the dialog of an input. Any other reply is shown in the dialog.</summary>
    internal async Task<TeamsEndpointResult> OpenAsync(
        Workspace workspace,
        Activity activity,
        ChatInput input,
        CancellationToken cancellationToken)
    {
        var request = TeamsRequestMapper.Of(workspace, activity, input, AddressOf(activity)) with { ReplyAddress = null };
        return Answer(await pipeline.HandleAsync(request, cancellationToken) switch
        {
            ChatReply.OpenForm { Form: var form } =>
                TaskModuleResponse.Of(
                        form.Title,
                        FormCard.Render(form, TeamsRequestMapper.IdempotencyKeyOf(activity), isInDialog: true)),
            ChatReply.Answer answer => TaskModuleResponse.Of(answer.Message.Summary),
            _ => TaskModuleResponse.Of("That is done already."),
        });
    }

    /// <summary>Handles a submitted dialog. The reply goes through the outbox, because it may have buttons.</summary>
    public async Task<TeamsEndpointResult> SubmitAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (Read(activity) is not { } card)
        {
            return Answer(TaskModuleResponse.Of(Unknown));
        }

        await identities.ImportUnknownAccountsAsync(workspace, [TeamsRequestMapper.PersonOf(activity), .. card.People], cancellationToken);
        return Answer(
            await pipeline.HandleAsync(
                TeamsRequestMapper.Of(workspace, activity, card.Input, AddressOf(activity), card.Keys.AsSpan()),
                cancellationToken) switch
            {
                ChatReply.FormErrors errors when await redisplay.RenderAsync(
                    workspace,
                    activity,
                    card,
                    errors,
                    isInDialog: true,
                    cancellationToken) is { } drawn =>
                    TaskModuleResponse.Of(drawn.FallbackText, drawn),
                ChatReply.FormErrors errors => TaskModuleResponse.Of(TeamsMessages.Faults(errors).Message.Summary),
                ChatReply.OpenForm { Form: var form } =>
                    TaskModuleResponse.Of(
                        form.Title,
                        FormCard.Render(form, TeamsRequestMapper.IdempotencyKeyOf(activity), isInDialog: true)),
                _ => TaskModuleResponse.Of("Done. I wrote to you about it."),
            });
    }

    /// <summary>A dialog can be opened in a chat without the bot. "personal" is also the chat of two people.</summary>
    private static TeamsReplyAddress AddressOf(Activity activity) =>
        TeamsRequestMapper.AddressOf(activity) with
        {
            IsShared =
            activity.Conversation is not { ConversationType: "personal", Id: ['a', ':', ..] }
        };

    private static SubmittedCard? Read(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data)
            ? SubmittedCard.Read(data)
            : null;

    private static TeamsEndpointResult Answer(TaskModuleResponse response) =>
        TeamsEndpointResult.Of(response, TeamsJson.Wire.TaskModuleResponse);
}
