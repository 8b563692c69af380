using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Forms;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>
/// Handles taps, submitted modals and shortcuts. Replies to a tap go through the outbox. A modal's errors are returned in the response.
/// </summary>
public sealed partial class SlackInteractionHandler(
    ISlackTeams teams,
    RequestPipeline pipeline,
    SlackFormOpener forms,
    FormStateProtector protector,
    SlackMessageInfoReader messageInfo,
    SlackHomePublisher homes,
    ReplyOutbox replies,
    ResponseUrlClient responseUrls,
    SlackMembershipReader membership,
    UnreadRequestLog unread,
    ILogger<SlackInteractionHandler> logger)
{
    /// <summary>Handles a verified form body with one field that contains JSON.</summary>
    public async Task<SlackEndpointResult> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        string? payload;
        try
        {
            payload = new FormReader(Encoding.UTF8.GetString(body.Span)).ReadForm().GetValueOrDefault("payload");
        }
        catch (InvalidDataException)
        {
            return Unread(type: null, "the form");
        }

        return payload is not null && SlackJson.TryParse(payload) is { } json
            ? await ReceiveAsync(json, cancellationToken)
            : Unread(type: null, "the payload");
    }

    /// <summary>Handles the same JSON from a socket.</summary>
    public async Task<SlackEndpointResult> ReceiveAsync(JsonElement json, CancellationToken cancellationToken)
    {
        InteractionPayload? payload;
        try
        {
            payload = json.Deserialize(SlackJson.Requests.InteractionPayload);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Unread(EventEnvelope.TextOf(json, "type"), (exception as JsonException)?.Path ?? "a value");
        }

        if (payload is null
            || !SlackId.AreValid(
                payload.User.Id,
                payload.User.TeamId,
                payload.Team?.Id,
                payload.View?.TeamId,
                payload.Enterprise?.Id,
                payload.TriggerId,
                payload.Channel?.Id,
                payload.Container?.ThreadTs,
                payload.Message?.User,
                payload.Message?.Ts))
        {
            return Unread(payload?.Type, "an id");
        }

        if (ReadInput(payload) is not { } input)
        {
            return SlackEndpointResult.Ok;
        }

        if (await teams.FindAsync(payload.WorkspaceId, payload.Enterprise?.Id, cancellationToken) is not { } workspace)
        {
            return await RefuseAsync(payload, cancellationToken);
        }

        if (input is not ChatInput.Form filledIn)
        {
            return await HandleAsync(
                workspace,
                payload,
                await CompleteAsync(workspace, input, payload, cancellationToken),
                origin: null,
                cancellationToken);
        }

        return protector.TryUnprotect(
            payload.View!.PrivateMetadata,
            new FormRecipient(workspace.ExternalId, payload.User.Id, filledIn.Name)) is { } origin
            ? await HandleAsync(workspace, payload, filledIn with { State = origin.State }, origin, cancellationToken)
            : Refuse(payload.View, SlackMessages.FormNotGood());
    }

    private static ChatInput? ReadInput(InteractionPayload payload) => payload switch
    {
        { Type: "block_actions", TriggerId: not null, Actions: [{ Type: "button" } tap, ..], View: null or { Type: HomeView.TypeName } } =>
            new ChatInput.Action(SlackActionId.ToAction(tap.ActionId), tap.Value ?? ""),
        { Type: "view_submission", TriggerId: not null, View: { } view } =>
            new ChatInput.Form(view.CallbackId, State: "", view.ReadAnswers()) { People = view.ReadPeople() },
        { Type: "message_action", TriggerId: not null, CallbackId: { } id, Message: { } message } when SlackShortcuts.OfMessages.Contains(
            id) =>
            new ChatInput.Shortcut(id, message.ToPost(payload.OnlyTeam)),
        { Type: "shortcut", TriggerId: not null, CallbackId: { } id } when SlackShortcuts.Commands.TryGetValue(id, out var command) =>
            new ChatInput.Command(command, IncomingText.Of("")),
        _ => null,
    };

    /// <summary>Asks for the message's permalink for at most one second, because the trigger expires after three.</summary>
    private async Task<ChatInput> CompleteAsync(
        Workspace workspace,
        ChatInput input,
        InteractionPayload payload,
        CancellationToken cancellationToken) =>
        input is ChatInput.Shortcut shortcut && payload is { Channel.Id: { } channel, Message.Ts: { } ts }
            ? shortcut with
            {
                Post = shortcut.Post with
                {
                    Link = await messageInfo.FindPermalinkAsync(
                workspace,
                channel,
                ts,
                cancellationToken)
                }
            }
            : input;

    private SlackReplyAddress AddressOf(InteractionPayload payload, FormOrigin? origin) => new()
    {
        User = payload.User.Id,
        ResponseUrl = responseUrls.Accepts(payload.ResponseUrl) ? payload.ResponseUrl : null,
        Channel = payload.Channel?.Id ?? origin?.Channel,
        Thread = payload.Container?.ThreadTs,
    };

    private async Task<SlackEndpointResult> HandleAsync(
        Workspace workspace,
        InteractionPayload payload,
        ChatInput input,
        FormOrigin? origin,
        CancellationToken cancellationToken)
    {
        var address = AddressOf(payload, origin);
        var reply = await pipeline.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(
                    payload.User.Id,
                    payload.User.Name ?? payload.User.Username,
                    await membership.IsToldStrangerAsync(
                        workspace, payload.Enterprise?.Id, payload.User.Id, payload.User.TeamId, cancellationToken)),
                Input = input,
                DeliveryKeys = [$"trigger:{payload.TriggerId}"],
                ReplyAddress = address.Encode(),
            },
            cancellationToken);
        switch (reply)
        {
            case ChatReply.FormErrors errors when payload.View is { } view:
                return SubmissionErrors.Of(view, errors.Errors);
            case ChatReply.OpenForm open when !await forms.TryOpenAsync(
                workspace,
                open.Form,
                payload.TriggerId!,
                address,
                cancellationToken):
                await replies.AddAsync(workspace, address.Encode(), SlackFormOpener.FallbackFor(open.Form), cancellationToken);
                break;
            case ChatReply.ShowHome shown:
                await homes.ShowAsync(workspace, payload.User.Id, shown, cancellationToken);
                break;
        }

        return SlackEndpointResult.Ok;
    }

    /// <summary>Shows the error on the first input. A view without inputs isn't ours.</summary>
    private SlackEndpointResult Refuse(SubmittedView view, string words) => view.ReadAnswers().Keys.FirstOrDefault() is { } block
        ? SubmissionErrors.Of(view, ImmutableDictionary<string, string>.Empty.Add(block, words))
        : Unread("view_submission", "the view");

    private SlackEndpointResult Unread(string? type, string where)
    {
        unread.Add("interaction", type, where);
        return SlackEndpointResult.Ok;
    }

    private async Task<SlackEndpointResult> RefuseAsync(InteractionPayload payload, CancellationToken cancellationToken)
    {
        Log.OtherTeam(logger, payload.Team?.Id ?? "");
        var words = teams.Refusal;
        if (payload is { Type: "view_submission", View: { } view })
        {
            return Refuse(view, words.Summary);
        }

        if (responseUrls.Accepts(payload.ResponseUrl))
        {
            try
            {
                var drawn = BlockKitRenderer.Render(words, ImmutableDictionary<Guid, string>.Empty);
                await responseUrls.TryPostAsync(
                    payload.ResponseUrl!,
                    new ResponseUrlMessage { Text = drawn.Text, Blocks = drawn.Blocks, ReplaceOriginal = false },
                    cancellationToken);
            }
            catch (PlatformException exception)
            {
                Log.NotTold(logger, exception.Message);
            }
        }

        return SlackEndpointResult.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "Refused an interaction of the Slack team {TeamId}, which is not served here")]
        public static partial void OtherTeam(ILogger logger, string teamId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A refusal couldn't be delivered: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
