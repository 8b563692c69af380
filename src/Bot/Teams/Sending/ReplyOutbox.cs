using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Puts into the outbox what is left to say after a request has been committed.</summary>
public sealed class ReplyOutbox(OrganisationScope organisations)
{
    public Task AddAsync(Workspace workspace, TeamsReplyAddress address, ChatReply.Answer answer, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(
            workspace.OrganisationId,
            (OutboxWriter outboxWriter) => outboxWriter.ToReply(workspace, address.Encode(), answer),
            cancellationToken);
}
