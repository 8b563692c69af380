using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>Publishes a home page immediately after a person opens it.</summary>
public sealed partial class SlackHomePublisher(SlackPlatform platform, TimeProvider clock, ILogger<SlackHomePublisher> logger)
{
    // The answer to the request must be sent within three seconds.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>Publishes the page. If Slack fails or is slow, the person must open the page again.</summary>
    public async Task ShowAsync(Workspace workspace, string userId, ChatReply.ShowHome shown, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            await platform.ShowHomeAsync(workspace, userId, shown.Home, shown.Accounts, either.Token);
        }
        catch (PlatformException exception)
        {
            Log.NotShown(logger, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotShown(logger, "no answer in time");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A home page wasn't published: {Reason}")]
        public static partial void NotShown(ILogger logger, string reason);
    }
}
