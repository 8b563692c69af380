using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
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

    // Someone who joins later wouldn't know what older thanks are about.
    private static readonly TimeSpan WaitForAccount = TimeSpan.FromDays(30);

    /// <summary>Notifies the receivers and, if everyone may read it, posts in the kudos channel.</summary>
    /// <returns>What will happen.</returns>
    public async Task<ThanksDelivery> NotifyAsync(Workspace workspace, Act act, CancellationToken cancellationToken)
    {
        var channel = act.Visibility is Visibility.Public ? organisation.Value.KudosChannel : "";
        var waiting = await NotifyAsync(workspace, act, act.People, ThanksMessages.Received(act, []), cancellationToken);
        var waitingMembers = act.Members.IsEmpty
            ? []
            : await NotifyAsync(workspace, act, act.Members, ThanksMessages.ReceivedAsTeam(act, []), cancellationToken);
        if (channel.Length > 0)
        {
            outboxWriter.ToChannel(workspace, channel, ThanksMessages.Posted(act, []), Posted, act.Id);
        }

        return new ThanksDelivery(channel, [.. waiting], act.Members.Length > waitingMembers.Count);
    }

    private Task<IReadOnlyList<Person>> NotifyAsync(
        Workspace workspace, Act act, IReadOnlyCollection<Person> people, ChatMessage message, CancellationToken cancellationToken) =>
        outboxWriter.ToPeopleOrLaterAsync(
            workspace, people, message, Received, act.Id, act.OccurredAt + WaitForAccount, cancellationToken);

    /// <summary>Withdraws messages that haven't been sent and deletes those that have.</summary>
    public async Task RetractAsync(Guid actId, CancellationToken cancellationToken)
    {
        foreach (var post in (await outbox.PostsOfActAsync(actId, cancellationToken)).Where(post => post.Purpose != OutboxWriter.Answer))
        {
            outboxWriter.Retract(post);
        }
    }
}

/// <summary>What will happen with an act, as far as that is known when it is recorded.</summary>
/// <param name="Channel">Where it is posted; empty for nowhere.</param>
/// <param name="Waiting">The named people who have no account yet.</param>
/// <param name="ReachesMembers">True when someone in a named department is told.</param>
public sealed record ThanksDelivery(string Channel, ImmutableArray<Person> Waiting, bool ReachesMembers);
