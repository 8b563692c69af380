using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>Puts the remaining replies into the outbox after the request was committed.</summary>
public sealed class ReplyOutbox(OrganisationScope organisations)
{
    public Task AddAsync(Workspace workspace, SlackReplyAddress address, ChatReply.Answer answer, CancellationToken cancellationToken) =>
        organisations.CommitAsync(
            workspace.OrganisationId,
            (OutboxWriter outboxWriter) => outboxWriter.ToReply(workspace, address.Encode(), answer),
            cancellationToken);
}
