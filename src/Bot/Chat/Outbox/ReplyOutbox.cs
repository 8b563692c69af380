using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Puts the remaining replies into the outbox after the request was committed.</summary>
public sealed class ReplyOutbox(OrganisationScope organisations)
{
    /// <summary>Adds a reply. <paramref name="replyAddress"/> is in the platform's own encoding.</summary>
    public Task AddAsync(Workspace workspace, string replyAddress, ChatReply.Answer answer, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(
            workspace.OrganisationId,
            (OutboxWriter outboxWriter) => outboxWriter.ToReply(workspace, replyAddress, answer),
            cancellationToken);
}
