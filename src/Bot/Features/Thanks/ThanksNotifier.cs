using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
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

    // Older thanks would be a riddle to somebody who has just arrived.
    private static readonly TimeSpan WaitForAccount = TimeSpan.FromDays(30);

    /// <summary>Tells the receivers and, when everybody may read it, the kudos channel.</summary>
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

    /// <summary>Withdraws what has not left and deletes what has.</summary>
    public async Task RetractAsync(Guid actId, CancellationToken cancellationToken)
    {
        foreach (var post in (await outbox.PostsOfActAsync(actId, cancellationToken)).Where(post => post.Purpose != OutboxWriter.Answer))
        {
            outboxWriter.Retract(post);
        }
    }
}

/// <summary>What will happen with an act, as far as it is known when it is given.</summary>
/// <param name="Channel">Where it is posted; empty for nowhere.</param>
/// <param name="Waiting">Those named who have no account yet.</param>
/// <param name="ReachesMembers">True when somebody of a department that was named is told.</param>
public sealed record ThanksDelivery(string Channel, ImmutableArray<Person> Waiting, bool ReachesMembers);
