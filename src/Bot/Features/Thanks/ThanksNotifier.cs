using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Carries an act to everybody concerned, and takes the messages about it back.</summary>
public sealed class ThanksNotifier(OutboxWriter outboxWriter, OutboxStore outbox, IOptions<OrganisationOptions> organisation)
{
    public const string Received = "thanks.received";
    public const string Posted = "thanks.posted";

    /// <summary>Tells the receivers and, when everybody may read it, the kudos channel. Returns that channel; empty for none.</summary>
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

    /// <summary>Withdraws what has not left and deletes what has.</summary>
    public async Task RetractAsync(Guid actId, CancellationToken cancellationToken)
    {
        foreach (var post in await outbox.PostsOfActAsync(actId, cancellationToken))
        {
            outboxWriter.Retract(post);
        }
    }
}
