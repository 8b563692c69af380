using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Notifies everyone involved in an act, and takes its messages back after an undo.</summary>
public sealed class ThanksNotifier(OutboxWriter outboxWriter, OutboxStore outbox, IOptions<OrganisationOptions> organisation)
{
    public const string Received = "thanks.received";
    public const string Posted = "thanks.posted";

    /// <summary>Notifies the receivers and, if everyone may read it, posts in the kudos channel.</summary>
    /// <returns>The channel; empty for none.</returns>
    public async Task<string> NotifyAsync(Workspace workspace, Act act, CancellationToken cancellationToken)
    {
        var channel = act.Visibility is Visibility.Public ? organisation.Value.KudosChannel : "";
        await outboxWriter.ToPeopleAsync(workspace, act.People, ThanksMessages.Received(act, []), Received, act.Id, cancellationToken);
        if (act.Members.Length > 0)
        {
            await outboxWriter.ToPeopleAsync(
                workspace,
                act.Members,
                ThanksMessages.ReceivedAsTeam(act, []),
                Received,
                act.Id,
                cancellationToken);
        }

        if (channel.Length > 0)
        {
            outboxWriter.ToChannel(workspace, channel, ThanksMessages.Posted(act, []), Posted, act.Id);
        }

        return channel;
    }

    /// <summary>Withdraws messages that haven't been sent and deletes those that have.</summary>
    public async Task RetractAsync(Guid actId, CancellationToken cancellationToken)
    {
        foreach (var post in await outbox.PostsOfActAsync(actId, cancellationToken))
        {
            outboxWriter.Retract(post);
        }
    }
}
