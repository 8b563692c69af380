using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Routing;

/// <summary>One request in its scope: claims the delivery, runs the feature and commits everything together.</summary>
public sealed class RequestTransaction(
    Inbox inbox,
    IAccountStore accounts,
    OutboxWriter outboxWriter,
    UnitOfWork unitOfWork,
    SealedTextOpener sealedText,
    CommandRouter router)
{
    /// <summary>
    /// Runs the request, or does nothing when it has already run. The first run doesn't check for a repeat: the commit of a repeated
    /// delivery fails with a conflict, and the second run checks.
    /// </summary>
    public async Task<ChatReply> RunAsync(ChatRequest request, bool isSecondRun, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginReadingAsync(cancellationToken);
        if (!isSecondRun)
        {
            inbox.Claim(request.Workspace, request.DeliveryKeys);
        }
        else if (!await inbox.TryClaimAsync(request.Workspace, request.DeliveryKeys, cancellationToken))
        {
            return new ChatReply.Nothing();
        }

        if (request.Sender.IsStranger)
        {
            ChatReply told = request.Input is ChatInput.Reaction
                ? new ChatReply.Nothing()
                : new ChatReply.Answer(RequestMessages.Stranger());
            return await CommitAsync(request, told, cancellationToken);
        }

        await accounts.PreloadAsync(request.Workspace, [request.Sender.ExternalId, .. request.Input.Mentioned()], cancellationToken);
        var sender = await accounts.GetOrAddPersonAsync(
            request.Workspace,
            request.Sender.ExternalId,
            request.Sender.Name,
            cancellationToken);
        var reply = await router.RouteAsync(new ChatContext(request.Workspace, sender), request.Input, cancellationToken);
        return await CommitAsync(request, reply, cancellationToken);
    }

    /// <summary>Tells the person that something went wrong, with the error id from the log.</summary>
    public Task<ChatReply> ApologiseAsync(ChatRequest request, string errorId, CancellationToken cancellationToken) =>
        CommitAsync(request, new ChatReply.Answer(RequestMessages.WentWrong(errorId)), cancellationToken);

    private async Task<ChatReply> CommitAsync(ChatRequest request, ChatReply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case ChatReply.FormErrors:
                // Nothing was changed, and the same form may come back with other answers.
                return reply;
            case ChatReply.Answer answer when request.ReplyAddress is { } address:
                outboxWriter.ToReply(request.Workspace, address, answer);
                reply = new ChatReply.Nothing();
                break;
            case ChatReply.ShowHome shown:
                reply = shown with
                {
                    Home = sealedText.WithOpenedText(shown.Home),
                    Accounts = await accounts.GetWorkspaceAccountsAsync(request.Workspace, shown.Home.Mentioned(), cancellationToken),
                };
                break;
            case ChatReply.Answer answer:
                reply = answer with
                {
                    Message = sealedText.WithOpenedText(answer.Message),
                    Accounts = await accounts.GetWorkspaceAccountsAsync(request.Workspace, answer.Message.Mentioned(), cancellationToken),
                };
                break;
        }

        await unitOfWork.CommitAsync(cancellationToken);
        return reply;
    }
}
