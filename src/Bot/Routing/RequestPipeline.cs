using RelateBot.Bot.Chat.Requests;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Routing;

/// <summary>
/// Entry point from the platforms to the features. Runs each request in its organisation's scope and in its own transaction, retries it
/// after a conflict, and turns every error into a message.
/// </summary>
public sealed partial class RequestPipeline(OrganisationScope organisations, TimeProvider clock, ILogger<RequestPipeline> logger)
{
    // In each conflict one request succeeds, so in a busy moment a request may fail several times in a row.
    private const int Attempts = 10;

    /// <summary>Runs a request once, even when it is delivered more than once.</summary>
    /// <returns>The answer, when the platform can carry it in the response. Otherwise the answer is in the outbox, and this is a form or
    /// <see cref="ChatReply.Nothing"/>.</returns>
    public async Task<ChatReply> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isSecondRun = attempt > 1;
            try
            {
                return await InScopeAsync(
                    request,
                    (transaction, token) => transaction.RunAsync(request, isSecondRun, token),
                    cancellationToken);
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Another request committed first. The next run sees its changes, and it recognises a repeated delivery.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var errorId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[20..];
                Log.Failed(logger, errorId, request.Workspace.Platform, exception);
                return await InScopeAsync(
                    request,
                    (transaction, token) => transaction.ApologiseAsync(request, errorId, token),
                    cancellationToken);
            }
        }
    }

    private Task<ChatReply> InScopeAsync(
        ChatRequest request, Func<RequestTransaction, CancellationToken, Task<ChatReply>> work, CancellationToken cancellationToken) =>
        organisations.RunAsync(request.Workspace.OrganisationId, work, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request failed; error {ErrorId} on {Platform}")]
        public static partial void Failed(ILogger logger, string errorId, string platform, Exception exception);
    }
}
