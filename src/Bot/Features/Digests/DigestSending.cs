using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Sends the digest that is due to a subscriber. The message and the next date are committed together.</summary>
public sealed class DigestSending(
    IDigestSubscriptionStore subscriptions, IPeopleDirectory directory, IDigestSource source, DigestAccessResolver accessResolver,
        DigestReader reader,
    DigestRules rules, WorkCalendars calendars, OutboxWriter outboxWriter, WorkspaceRegistry workspaces, TimeProvider clock) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindByPersonAsync(id, cancellationToken) is { } subscription
            && await directory.GetPeopleAsync([id], cancellationToken) is [var person]
            && await workspaces.FindAsync(subscription.WorkspaceId, cancellationToken) is { } workspace)
        {
            var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
            if (!person.IsActive)
            {
                subscription.End();
            }
            else if (await MessageAsync(new ChatContext(workspace, person), subscription, zone, cancellationToken) is { } message)
            {
                await outboxWriter.ToPeopleAsync(workspace, [person], message, "digest", actId: null, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Returns the message and schedules the next one. Null on a day off, and while the subscriber's rights or the digest's figures are
    /// unknown.
    /// </summary>
    private async Task<ChatMessage?> MessageAsync(
        ChatContext context, DigestSubscription subscription, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var (now, theirs) = (clock.GetUtcNow(), calendars.For(context.Sender));
        if (subscription.TryPostpone(now, theirs))
        {
            return null;
        }

        var access = await accessResolver.GetAccessAsync(context, cancellationToken);
        if (access.IsUnsure || await reader.TodayAsync(now, cancellationToken) is null)
        {
            return null;
        }

        if (access.IsNone)
        {
            subscription.End();
            return DigestReplies.Ended();
        }

        if (subscription.TakeDuePeriod(now, zone, theirs) is not { } period)
        {
            return null;
        }

        var digest = await reader.ReadAsync(period, access.Widest, rules, cancellationToken);
        return ChatMessage.Of([
            .. DigestMessages.Whole(digest),
            DigestButtons.Under(subscription.Rhythm, access.Widest, subscription.Rhythm)
        ]);
    }
}
