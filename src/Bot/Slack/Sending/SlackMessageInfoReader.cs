using System.Collections.Concurrent;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>Reads details of a message that someone wants to say thanks for.</summary>
public sealed class SlackMessageInfoReader(SlackApi api, SlackDirectory directory, TimeProvider clock)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    // Neither value changes for a user.
    private readonly ConcurrentDictionary<(Guid WorkspaceId, string UserId), PersonKind> kinds = new();

    /// <summary>
    /// Returns the permalink. Null when Slack doesn't return one in time, for example because the bot isn't in the conversation.
    /// </summary>
    public async Task<string?> FindPermalinkAsync(Workspace workspace, string channel, string ts, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            return (await api.For(workspace).ReadPermalinkAsync(channel, ts, either.Token)).Permalink;
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Returns the kind of a user's account. Throws <see cref="PlatformException"/> when Slack can't be asked now.</summary>
    public async ValueTask<PersonKind> GetAccountKindAsync(Workspace workspace, string userId, CancellationToken cancellationToken)
    {
        if (kinds.TryGetValue((workspace.Id, userId), out var known))
        {
            return known;
        }

        using var tooLate = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            return kinds[(workspace.Id, userId)] = (await directory.ReadAccountAsync(workspace, userId, either.Token))?.Kind
                ?? PersonKind.Bot;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PlatformException("users.info: no answer in time.", inner: exception);
        }
    }
}
