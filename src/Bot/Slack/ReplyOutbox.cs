using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Slack;

/// <summary>Puts into the outbox what is left to say after a request has been committed.</summary>
public sealed class ReplyOutbox(IServiceScopeFactory scopes)
{
    public async Task AddAsync(Workspace workspace, SlackReplyAddress address, ChatReply.Answer answer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
        scope.ServiceProvider.GetRequiredService<Outbound>().ToReply(workspace, address.Encode(), answer);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
    }
}
