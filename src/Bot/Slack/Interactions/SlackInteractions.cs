using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>Taps, submitted modals and shortcuts. What is answered to a tap goes out by the outbox; a modal's faults travel in the response.</summary>
public sealed partial class SlackInteractions(
    ISlackTeams teams, CommandRouter router, SlackForms forms, ReplyOutbox replies, ResponseUrlClient responseUrls, ILogger<SlackInteractions> logger)
{
    /// <summary>A verified body: a form with one field, which is JSON.</summary>
    public async Task<SlackAnswer> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        string? payload;
        try
        {
            payload = new FormReader(Encoding.UTF8.GetString(body.Span)).ReadForm().GetValueOrDefault("payload");
        }
        catch (InvalidDataException)
        {
            return SlackAnswer.BadRequest;
        }

        return payload is not null && SlackJson.TryParse(payload) is { } json ? await ReceiveAsync(json, cancellationToken) : SlackAnswer.BadRequest;
    }

    /// <summary>The same JSON by a socket.</summary>
    public async Task<SlackAnswer> ReceiveAsync(JsonElement json, CancellationToken cancellationToken)
    {
        InteractionPayload? payload;
        SlackForms.FormOrigin origin;
        try
        {
            payload = json.Deserialize(SlackJson.Wire.InteractionPayload);
            origin = SlackForms.FormOrigin.Decode(payload?.View?.PrivateMetadata);
        }
        catch (JsonException)
        {
            return SlackAnswer.BadRequest;
        }

        if (payload is null)
        {
            return SlackAnswer.BadRequest;
        }

        if (ReadInput(payload, origin) is not { } input)
        {
            return SlackAnswer.Ok;
        }

        return await teams.FindAsync(payload.Team?.Id ?? payload.User.TeamId, payload.Enterprise?.Id, cancellationToken) is { } workspace
            ? await HandleAsync(workspace, payload, input, AddressOf(payload, origin), cancellationToken)
            : await RefuseAsync(payload, cancellationToken);
    }

    private static ChatInput? ReadInput(InteractionPayload payload, SlackForms.FormOrigin origin) => payload switch
    {
        { Type: "block_actions", TriggerId: not null, Actions: [{ Type: "button" } tap, ..], View: null } =>
            new ChatInput.Action(SlackActionId.ToAction(tap.ActionId), tap.Value ?? ""),
        { Type: "view_submission", TriggerId: not null, View: { } view } => new ChatInput.Form(view.CallbackId, origin.State, view.ReadAnswers()),
        { Type: "shortcut", TriggerId: not null, CallbackId: { } id } when SlackShortcuts.Commands.TryGetValue(id, out var command) =>
            new ChatInput.Command(command, IncomingText.Of("")),
        _ => null,
    };

    private SlackReplyAddress AddressOf(InteractionPayload payload, SlackForms.FormOrigin origin) => new()
    {
        User = payload.User.Id,
        ResponseUrl = responseUrls.Accepts(payload.ResponseUrl) ? payload.ResponseUrl : null,
        Channel = payload.Channel?.Id ?? origin.Channel,
        Thread = payload.Container?.ThreadTs,
    };

    private async Task<SlackAnswer> HandleAsync(Workspace workspace, InteractionPayload payload, ChatInput input, SlackReplyAddress address, CancellationToken cancellationToken)
    {
        var reply = await router.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(payload.User.Id, payload.User.Name ?? payload.User.Username),
                Input = input,
                DeliveryKeys = [$"trigger:{payload.TriggerId}"],
                ReplyAddress = address.Encode(),
            },
            cancellationToken);
        switch (reply)
        {
            case ChatReply.FormErrors errors when payload.View is { } view:
                return Errors(view, errors.Errors);
            case ChatReply.OpenForm open when !await forms.TryOpenAsync(workspace, open.Form, payload.TriggerId!, address, cancellationToken):
                await replies.AddAsync(workspace, address, SlackForms.Instead(open.Form), cancellationToken);
                break;
        }

        return SlackAnswer.Ok;
    }

    /// <summary>Slack knows only the blocks that are there; a fault of another field is shown at the first.</summary>
    private static SlackAnswer Errors(SubmittedView view, ImmutableDictionary<string, string> errors)
    {
        var blocks = view.ReadAnswers().Keys.ToList();
        var shown = errors.GroupBy(error => blocks.Contains(error.Key, StringComparer.Ordinal) || blocks.Count == 0 ? error.Key : blocks[0], StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => string.Join(' ', group.Select(error => error.Value)), StringComparer.Ordinal);
        return SlackAnswer.Of(new ResponseActionErrors(shown), SlackJson.Wire.ResponseActionErrors);
    }

    private async Task<SlackAnswer> RefuseAsync(InteractionPayload payload, CancellationToken cancellationToken)
    {
        Log.OtherTeam(logger, payload.Team?.Id ?? "");
        var words = teams.Refusal;
        if (payload.View is { } view && view.ReadAnswers().Keys.FirstOrDefault() is { } block)
        {
            return Errors(view, ImmutableDictionary<string, string>.Empty.Add(block, words.Summary));
        }

        if (responseUrls.Accepts(payload.ResponseUrl))
        {
            try
            {
                var drawn = BlockKitRenderer.Render(words, ImmutableDictionary<Guid, string>.Empty);
                await responseUrls.TryPostAsync(
                    payload.ResponseUrl!, new ResponseUrlMessage { Text = drawn.Text, Blocks = drawn.Blocks, ReplaceOriginal = false }, cancellationToken);
            }
            catch (PlatformException exception)
            {
                Log.NotTold(logger, exception.Message);
            }
        }

        return SlackAnswer.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused an interaction of the Slack team {TeamId}, which is not served here")]
        public static partial void OtherTeam(ILogger logger, string teamId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The refusal could not be told: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
