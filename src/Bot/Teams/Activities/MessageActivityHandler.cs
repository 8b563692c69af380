using System.Collections.Immutable;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Handles sentences to the bot and submitted cards.</summary>
public sealed class MessageActivityHandler(
    RequestPipeline pipeline,
    TeamsReferenceRecorder references,
    TeamsIdentityResolver identities,
    TeamsFormSender forms,
    ReplyOutbox replies)
{
    public async Task<TeamsEndpointResult> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From is { Role: "bot" } or { Id: ['2', '8', ':', ..] })
        {
            return TeamsEndpointResult.Ok;
        }

        await references.NoteAsync(workspace, activity, cancellationToken);
        var address = TeamsRequestMapper.AddressOf(activity);
        ChatInput input;
        var keys = ImmutableArray<string>.Empty;
        if (activity.Value is { } value)
        {
            if (SubmittedCard.Read(value) is not { } card)
            {
                return TeamsEndpointResult.Ok;
            }

            input = card.Input;
            keys = card.Keys;
            address = address with { Card = activity.ReplyToId, CardIsDone = input is ChatInput.Form };
        }
        else
        {
            input = new ChatInput.Message(
                await identities.ResolveMentionsAsync(workspace, activity, TeamsText.Read(activity), cancellationToken))
            {
                IsDirect = activity.IsPersonal
            };
        }

        await identities.ImportUnknownAccountsAsync(workspace, [TeamsRequestMapper.PersonOf(activity)], cancellationToken);

        switch (await pipeline.HandleAsync(TeamsRequestMapper.Of(workspace, activity, input, address, keys.AsSpan()), cancellationToken))
        {
            case ChatReply.OpenForm open:
                await forms.SendAsync(workspace, address, open.Form, TeamsRequestMapper.IdempotencyKeyOf(activity), cancellationToken);
                break;
            case ChatReply.FormErrors errors:
                await replies.AddAsync(
                    workspace, (address with { CardIsDone = false }).Encode(), TeamsMessages.Faults(errors), cancellationToken);
                break;
        }

        return TeamsEndpointResult.Ok;
    }
}
