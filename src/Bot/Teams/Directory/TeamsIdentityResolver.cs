using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>Resolves Teams' own ids to people. Mentions contain no other ids.</summary>
public sealed partial class TeamsIdentityResolver(
    TeamsDirectory directory,
    OrganisationScope organisations,
    TimeProvider clock,
    ILogger<TeamsIdentityResolver> logger)
{
    /// <summary>Teams waits ten seconds for an answer. Resolving ids may use only a small part of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Replaces the ids of mentions with Entra ids. A mention that can't be resolved becomes a typed name.</summary>
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
    /// Loads the profiles of unknown accounts by their Entra id before they're stored. A people picker sends no names, and someone already
    /// known by e-mail must be matched to that person.
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
            // The job that completes new people will ask for their names again.
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
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Teams couldn't resolve a mention: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
