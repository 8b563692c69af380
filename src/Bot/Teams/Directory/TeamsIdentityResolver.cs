using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>Finds out whom Teams' own ids mean, which mentions and nothing else carry.</summary>
public sealed partial class TeamsIdentityResolver(
    TeamsDirectory directory,
    OrganisationScope organisations,
    TimeProvider clock,
    ILogger<TeamsIdentityResolver> logger)
{
    /// <summary>Teams waits ten seconds for an answer, and asking who somebody is must leave most of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The words with Entra ids on their mentions. Whoever Teams does not tell about is left as a typed name.</summary>
    public async Task<IncomingText> ResolveMentionsAsync(
        Workspace workspace,
        Activity activity,
        IncomingText text,
        CancellationToken cancellationToken)
    {
        var mentioned = text.Spans.OfType<IncomingSpan.Mention>().Select(mention => mention.ExternalId).ToHashSet(StringComparer.Ordinal);
        if (mentioned.Count == 0)
        {
            return text;
        }

        var known = (await organisations.RunAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.AccountsAsync(workspace, mentioned, token),
            cancellationToken))
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
                IncomingSpan.Mention mention when known.TryGetValue(mention.ExternalId, out var externalId) =>
                    mention with { ExternalId = externalId },
                IncomingSpan.Mention mention => new IncomingSpan.Words($"@{mention.Name}"),
                _ => span,
            }),
        ]);
    }

    /// <summary>
    /// Asks who these are, by their Entra ids, of whom nothing is known yet: whoever is known from elsewhere by their e-mail should be met
    /// as that person before anything is recorded of them.
    /// </summary>
    public async Task ImportUnknownAccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken)
    {
        List<AccountProfile> profiles = [];
        using var patience = new CancellationTokenSource(Patience, clock);
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            foreach (var externalId in await organisations.RunAsync(
                workspace.OrganisationId,
                (TeamsReferenceStore book, CancellationToken token) => book.GetUnknownIdsAsync(workspace, externalIds, token),
                cancellationToken))
            {
                if (await directory.ReadAccountAsync(workspace, externalId, asking.Token) is { } profile)
                {
                    profiles.Add(profile);
                }
            }
        }
        catch (Exception exception) when (exception is PlatformException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Their names will be asked for again, by whoever completes newcomers.
            Log.NotTold(logger, exception.Message);
        }

        if (profiles.Count > 0)
        {
            await organisations.ChangeAsync(
                workspace.OrganisationId,
                (AccountProfileImporter importer, CancellationToken token) => importer.ImportAsync(workspace, profiles, token),
                cancellationToken);
        }
    }

    private async Task<string?> AskAsync(Workspace workspace, Activity activity, string userId, CancellationToken cancellationToken)
    {
        var conversation = activity.ConversationWithoutThread!;
        try
        {
            var member = await directory.TryReadAsync(
                new ConnectorAddress(activity.ServiceUrl!, workspace.ExternalId),
                conversation,
                userId,
                cancellationToken);
            if (member?.EntraId is not { } externalId)
            {
                return null;
            }

            await organisations.ChangeAsync(
                workspace.OrganisationId,
                (TeamsReferenceStore book, CancellationToken token) => book.SaveAccountAsync(
                    workspace,
                    externalId,
                    userId,
                    conversation,
                    activity.ServiceUrl!,
                    token),
                cancellationToken);
            return externalId;
        }
        catch (Exception exception) when (exception is PlatformException or ConnectorException)
        {
            Log.NotTold(logger, exception.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Teams does not tell now who is meant: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
