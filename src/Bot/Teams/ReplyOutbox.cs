using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Teams;

/// <summary>Puts into the outbox what is left to say after a request has been committed.</summary>
public sealed class ReplyOutbox(OrganisationScope organisations)
{
    public Task AddAsync(Workspace workspace, TeamsReplyAddress address, ChatReply.Answer answer, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(
            workspace.OrganisationId,
            (Outbound outbound) => outbound.ToReply(workspace, address.Encode(), answer),
            cancellationToken);
}
