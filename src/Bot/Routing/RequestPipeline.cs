using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Routing;

/// <summary>
/// The one door between platforms and features. It runs a request in a scope of its organisation and a transaction of its own,
/// again when somebody else committed first, and turns every kind of trouble into words.
/// </summary>
public sealed partial class RequestPipeline(
    OrganisationScope organisations,
    IEnumerable<IChatDirectory> directories,
    TimeProvider clock,
    ILogger<RequestPipeline> logger)
{
    // Each round somebody wins; a busy moment may be lost several times in a row.
    private const int Attempts = 10;

    /// <summary>
    /// Carries a request out, once. What it answers is returned when the platform can carry it in the response, and is in the
    /// outbox otherwise (then a form or <see cref="ChatReply.Nothing"/> is returned).
    /// </summary>
    public async Task<ChatReply> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var lookup = new AccountLookup(directories.FirstOrDefault(known => known.Name == request.Workspace.Platform), logger);
        for (var attempt = 1; ; attempt++)
        {
            var isSecondRun = attempt > 1;
            try
            {
                return await InScopeAsync(
                    request,
                    (transaction, token) => transaction.RunAsync(request, lookup, isSecondRun, token),
                    cancellationToken);
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Somebody committed first: look again. A repeated delivery is then recognised, a race is answered truly.
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
