using System.Globalization;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Events;

/// <summary>Handles the configured thanks emoji, added or removed. Other emoji, and anything to do with bots, are ignored.</summary>
public sealed class SlackReactionHandler(IOptions<SlackOptions> options, SlackMessageInfoReader messageInfo, RequestPipeline pipeline)
{
    /// <summary>
    /// Handles a reaction. Throws <see cref="PlatformException"/> when Slack doesn't answer a question about a user. Slack should then
    /// deliver the event again.
    /// </summary>
    public async Task HandleAsync(Workspace workspace, EventEnvelope envelope, ReactionEvent reaction, CancellationToken cancellationToken)
    {
        if (!IsThanks(reaction.Reaction)
            || reaction is not { User: { } user, ItemUser: { } author, Item: { Type: "message", Channel: { } channel, Ts: { } ts } item }
            || !SlackId.AreValid(user, author, channel, ts) || user == author || Moment(reaction.EventTs) is not { } at)
        {
            return;
        }

        var isAdded = reaction.Type == ReactionEvent.Added;
        if (isAdded
            && (!await IsColleagueAsync(workspace, author, cancellationToken)
                || !await IsColleagueAsync(workspace, user, cancellationToken)))
        {
            return;
        }

        await pipeline.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(user, Name: null),
                Input = new ChatInput.Reaction
                {
                    Key = $"{channel}:{ts}:{user}",
                    IsAdded = isAdded,
                    At = at,
                    IsPublic = options.Value.PostThanksEmoji && item.ChannelType == "channel" && !envelope.IsExtSharedChannel,
                    Post = new ChatPost
                    {
                        AuthorId = author,
                        Link = isAdded ? await messageInfo.FindPermalinkAsync(workspace, channel, ts, cancellationToken) : null
                    },
                },
                DeliveryKeys = envelope.EventId is { } id ? [$"event:{id}"] : [],
            },
            cancellationToken);
    }

    /// <summary>True for the thanks emoji in any skin tone.</summary>
    private bool IsThanks(string? reaction) =>
        options.Value.ThanksEmojiName is { Length: > 0 } wanted && reaction is not null && reaction.Split("::")[0] == wanted;

    private async ValueTask<bool> IsColleagueAsync(Workspace workspace, string userId, CancellationToken cancellationToken) =>
        await messageInfo.GetAccountKindAsync(workspace, userId, cancellationToken) is PersonKind.Colleague or PersonKind.Guest;

    private static DateTimeOffset? Moment(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
}
