using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Sends a reader the digest that is due, with its message in one transaction.</summary>
public sealed class DigestSending(
    IDigestSubscriptions subscriptions, IDirectory directory, IDigestSource source, DigestRights rights, DigestBook book,
    DigestRules rules, PeoplesDays days, Outbound outbound, Workspaces workspaces, TimeProvider clock) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await subscriptions.OfAsync(id, cancellationToken) is { } subscription
            && await directory.PeopleAsync([id], cancellationToken) is [var person]
            && await workspaces.FindAsync(subscription.WorkspaceId, cancellationToken) is { } workspace)
        {
            var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
            if (!person.IsActive)
            {
                subscription.End();
            }
            else if (await MessageAsync(new ChatContext(workspace, person), subscription, zone, cancellationToken) is { } message)
            {
                await outbound.ToPeopleAsync(workspace, [person], message, "digest", actId: null, cancellationToken);
            }
        }
    }

    /// <summary>
    /// What they get, and the next one planned; null on a day off, and while it cannot be told whether they may read it or what it has to say.
    /// </summary>
    private async Task<ChatMessage?> MessageAsync(
        ChatContext context, DigestSubscription subscription, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var (now, theirs) = (clock.GetUtcNow(), days.Of(context.Sender));
        if (subscription.TryPutOff(now, theirs))
        {
            return null;
        }

        var access = await rights.OfAsync(context, cancellationToken);
        if (access.IsUnsure || await book.TodayAsync(now, cancellationToken) is null)
        {
            return null;
        }

        if (access.IsNone)
        {
            subscription.End();
            return DigestNotices.Ended();
        }

        if (subscription.TakeDue(now, zone, theirs) is not { } period)
        {
            return null;
        }

        var digest = await book.WriteAsync(period, access.Widest, rules, cancellationToken);
        return ChatMessage.Of([.. DigestMessages.Whole(digest), DigestButtons.Under(subscription.Rhythm, access.Widest, subscription.Rhythm)]);
    }
}
