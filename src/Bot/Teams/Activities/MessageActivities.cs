using System.Collections.Immutable;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Sentences to the bot, and cards that were used.</summary>
public sealed class MessageActivities(RequestPipeline pipeline, TeamsReferences references, TeamsPeople people, TeamsForms forms, ReplyOutbox replies)
{
    public async Task<TeamsAnswer> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From is { Role: "bot" } or { Id: ['2', '8', ':', ..] })
        {
            return TeamsAnswer.Ok;
        }

        await references.NoteAsync(workspace, activity, cancellationToken);
        var address = TeamsRequests.AddressOf(activity);
        ChatInput input;
        var keys = ImmutableArray<string>.Empty;
        if (activity.Value is { } value)
        {
            if (SubmittedCard.Read(value) is not { } card)
            {
                return TeamsAnswer.Ok;
            }

            await people.MeetAsync(workspace, [TeamsRequests.PersonOf(activity), .. card.People], cancellationToken);
            input = card.Input;
            keys = card.Keys;
            address = address with { Card = activity.ReplyToId, CardIsDone = input is ChatInput.Form };
        }
        else
        {
            input = new ChatInput.Message(await people.IdentifyAsync(workspace, activity, TeamsText.Read(activity), cancellationToken));
            await people.MeetAsync(workspace, [TeamsRequests.PersonOf(activity), .. input.Mentioned()], cancellationToken);
        }

        switch (await pipeline.HandleAsync(TeamsRequests.Of(workspace, activity, input, address, keys.AsSpan()), cancellationToken))
        {
            case ChatReply.OpenForm open:
                await forms.SendAsync(workspace, address, open.Form, TeamsRequests.OnceOf(activity), cancellationToken);
                break;
            case ChatReply.FormErrors errors:
                await replies.AddAsync(workspace, address with { CardIsDone = false }, TeamsMessages.Faults(errors), cancellationToken);
                break;
        }

        return TeamsAnswer.Ok;
    }
}
