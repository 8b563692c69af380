using RelateBot.Bot.Chat;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams;

/// <summary>Puts into the outbox what is left to say after a request has been committed.</summary>
public sealed class ReplyOutbox(TeamsScope scope)
{
    public Task AddAsync(Workspace workspace, TeamsReplyAddress address, ChatReply.Answer answer, CancellationToken cancellationToken) => scope.ChangeAsync(
        workspace,
        services =>
        {
            services.GetRequiredService<Outbound>().ToReply(workspace, address.Encode(), answer);
            return Task.CompletedTask;
        },
        cancellationToken);
}
