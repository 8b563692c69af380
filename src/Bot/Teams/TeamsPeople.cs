using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams;

/// <summary>Finds out whom Teams' own ids mean, which mentions and nothing else carry.</summary>
public sealed partial class TeamsPeople(TeamsDirectory directory, TeamsScope scope, ILogger<TeamsPeople> logger)
{
    /// <summary>The words with Entra ids on their mentions. Whoever Teams does not tell about is left as a typed name.</summary>
    public async Task<IncomingText> IdentifyAsync(Workspace workspace, Activity activity, IncomingText text, CancellationToken cancellationToken)
    {
        var mentioned = text.Spans.OfType<IncomingSpan.Mention>().Select(mention => mention.ExternalId).ToHashSet(StringComparer.Ordinal);
        if (mentioned.Count == 0)
        {
            return text;
        }

        var known = (await scope.ReadAsync(workspace, services => services.GetRequiredService<TeamsBook>().AccountsAsync(workspace, mentioned, cancellationToken)))
            .ToDictionary(account => account.UserId, account => account.ExternalId, StringComparer.Ordinal);
        foreach (var userId in mentioned.Where(userId => !known.ContainsKey(userId)))
        {
            if (await AskAsync(workspace, activity, userId, cancellationToken) is { } externalId)
            {
                known[userId] = externalId;
            }
        }

        return new IncomingText(
        [
            .. text.Spans.Select(span => span switch
            {
                IncomingSpan.Mention mention when known.TryGetValue(mention.ExternalId, out var externalId) => mention with { ExternalId = externalId },
                IncomingSpan.Mention mention => new IncomingSpan.Words($"@{mention.Name}"),
                _ => span,
            }),
        ]);
    }

    private async Task<string?> AskAsync(Workspace workspace, Activity activity, string userId, CancellationToken cancellationToken)
    {
        var conversation = activity.ConversationWithoutThread!;
        try
        {
            var member = await directory.TryReadAsync(new ConnectorPlace(activity.ServiceUrl!, workspace.ExternalId), conversation, userId, cancellationToken);
            if ((member?.AadObjectId ?? member?.ObjectId) is not { } externalId)
            {
                return null;
            }

            await scope.ChangeAsync(
                workspace,
                services => services.GetRequiredService<TeamsBook>().NoteAccountAsync(workspace, externalId, userId, conversation, activity.ServiceUrl!, cancellationToken),
                cancellationToken);
            return externalId;
        }
        catch (PlatformException exception)
        {
            Log.NotTold(logger, exception.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Teams does not tell who is mentioned, so their name has to do: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
