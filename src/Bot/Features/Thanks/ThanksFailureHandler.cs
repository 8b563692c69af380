using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Outbox.Failures;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Tells the giver when thanks couldn't be delivered or posted.</summary>
public sealed class ThanksFailureHandler(ActReader actReader, OutboxStore outbox, OutboxWriter outboxWriter, TimeProvider clock)
    : IDeliveryFailureHandler
{
    /// <inheritdoc />
    public bool Handles(string purpose) => purpose is ThanksNotifier.Received or ThanksNotifier.Posted;

    /// <inheritdoc />
    public async Task HandleAsync(FailedDelivery failed, CancellationToken cancellationToken)
    {
        if (failed.Message.ActId is not { } actId
            || await actReader.FindAsync(actId, cancellationToken) is not { IsTakenBack: false } act)
        {
            return;
        }

        var posts = await outbox.PostsOfActAsync(actId, cancellationToken);
        if (Notice(act, failed, posts) is not { } notice)
        {
            return;
        }

        await outboxWriter.ToPeopleAsync(
            failed.Workspace, [act.Giver], notice, DeliveryFailureRouter.Notice, actId, cancellationToken);
        foreach (var answer in posts.Where(post => post.Purpose == OutboxWriter.Answer))
        {
            outboxWriter.Replace(answer, GivenMessages.GivenInPart(act, NotReached(act, posts), FailedChannel(posts)));
        }
    }

    /// <summary>
    /// Returns null when there is nothing to say. If others in a department are told, the giver needn't know which member blocked the bot.
    /// </summary>
    private ChatMessage? Notice(Act act, FailedDelivery failed, IReadOnlyList<OutboxMessage> posts)
    {
        var canUndo = clock.GetUtcNow() - act.OccurredAt < ThanksLimits.UndoWithin;
        if (failed.Channel is { } channel)
        {
            return GivenMessages.NotPosted(act, channel, canUndo);
        }

        if (act.People.FirstOrDefault(person => person.Id == failed.Message.PersonId) is { } named)
        {
            return GivenMessages.NotReached(act, named, canUndo);
        }

        return posts.Any(post => post.Purpose == ThanksNotifier.Received && post.Status is not OutboxStatus.Dead)
            ? null
            : GivenMessages.NoMemberReached(act, canUndo);
    }

    private static List<Person> NotReached(Act act, IReadOnlyList<OutboxMessage> posts) =>
        [.. act.People.Where(person => posts.Any(post =>
            post is { Purpose: ThanksNotifier.Received, Status: OutboxStatus.Dead } && post.PersonId == person.Id))];

    private static string? FailedChannel(IReadOnlyList<OutboxMessage> posts) =>
        posts.FirstOrDefault(post => post is { Purpose: ThanksNotifier.Posted, Status: OutboxStatus.Dead }) is { } post
            ? (JsonSerializer.Deserialize(post.Destination, ChatJson.Readable.Destination) as Destination.ToChannel)?.Channel
            : null;
}
