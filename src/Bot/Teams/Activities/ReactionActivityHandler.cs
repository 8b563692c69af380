using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>
/// Counts a thumbs up or a heart on one of the bot's own posts as a +1, in any skin tone; Teams reports no other posts. Removing the
/// reaction doesn't take the +1 back, just as with the button:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#message-reaction-events
/// </summary>
public sealed partial class ReactionActivityHandler(
    RequestPipeline pipeline,
    TeamsIdentityResolver identities,
    OrganisationScope organisations)
{
    private static readonly FrozenSet<string> approving = FrozenSet.ToFrozenSet(
        ["like", "heart", "plusOne", "yes", "👍", "❤"],
        StringComparer.OrdinalIgnoreCase);

    public async Task<TeamsEndpointResult> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ReactionsAdded is { } added
            && added.Any(reaction => IsApproving(reaction.Type))
            && await ActAsync(workspace, activity, cancellationToken) is { } actId)
        {
            await identities.ImportUnknownAccountsAsync(workspace, [TeamsRequestMapper.PersonOf(activity)], cancellationToken);
            await pipeline.HandleAsync(
                TeamsRequestMapper.Of(workspace, activity, new ChatInput.Approval(actId), TeamsRequestMapper.AddressOf(activity)) with
                {
                    ReplyAddress =
                    null
                }, cancellationToken);
        }

        return TeamsEndpointResult.Ok;
    }

    private static bool IsApproving(string? type) => type is not null && approving.Contains(Colour().Replace(type, ""));

    /// <summary>A skin tone, as a name or as the character after an emoji, and the variation selector for emoji.</summary>
    [GeneratedRegex(
        @"(?:[-_:]+(?:skin-)?tone-?\d.*|\uD83C[\uDFFB-\uDFFF]|\uFE0F)\z",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    /// <summary>Returns the act that the message announces, in whichever thread Teams reports it.</summary>
    private async Task<Guid?> ActAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ReplyToId is not { Length: > 0 } id)
        {
            return null;
        }

        var sent = await organisations.RunAsync(
            workspace.OrganisationId,
            (OutboxStore outbox, CancellationToken token) => outbox.FindSentAsync(workspace.Id, id, token),
            cancellationToken);
        return sent.FirstOrDefault(
            message => Activity.WithoutThread(message.SentConversation) == activity.ConversationWithoutThread)?.ActId;
    }
}
