using System.Collections.Concurrent;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Routing;

/// <summary>
/// Asks a platform about accounts that someone named and that nothing is known of yet. One serves one request, and asks once about each
/// account however often the request is run again.
/// </summary>
/// <param name="directory">Where to ask; null when the platform has no directory.</param>
/// <param name="logger">Hears of what went wrong.</param>
public sealed partial class AccountLookup(IChatDirectory? directory, ILogger logger)
{
    // Platforms wait three seconds of the machine's time for an answer, and most of them belong to the request itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AccountProfile> told = new(StringComparer.Ordinal);

    /// <summary>Asks about all of them at once, for a second at most.</summary>
    /// <returns>What the platform told by then, now or before.</returns>
    public async Task<IReadOnlyList<AccountProfile>> ReadAsync(
        Workspace workspace, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        if (directory is not null && externalIds.Where(asked.Add).ToList() is [_, ..] unasked)
        {
            await AskAsync(directory, workspace, unasked, cancellationToken);
        }

        return [.. externalIds.Select(externalId => told.GetValueOrDefault(externalId)).OfType<AccountProfile>()];
    }

    /// <summary>True when the platform was asked about the account and did not answer in time.</summary>
    public bool IsUnanswered(string externalId) => asked.Contains(externalId) && !told.ContainsKey(externalId);

    private async Task AskAsync(
        IChatDirectory platform, Workspace workspace, List<string> externalIds, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = Task.WhenAll(externalIds.Select(externalId => AskAsync(platform, workspace, externalId, enough.Token)));
        try
        {
            await asking.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            Log.NotTold(logger, workspace.Platform, "no answer within a second");
            await enough.CancelAsync();
            await asking;
        }
    }

    private async Task AskAsync(IChatDirectory platform, Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            // Of an account that the platform keeps quiet about, nothing more is learned by asking again.
            told[externalId] = await platform.ReadAccountAsync(workspace, externalId, cancellationToken) is { } profile
                ? profile with { IsPartial = HasMoreToTell(platform, profile) }
                : new AccountProfile { ExternalId = externalId, IsStranger = platform.AreUnseenStrangers ? true : null };
        }
        catch (PlatformException exception)
        {
            Log.NotTold(logger, workspace.Platform, exception.Message);
        }
        catch (OperationCanceledException)
        {
            // It took too long. Whoever waits for all of them sees that this one is missing.
        }
    }

    /// <summary>Departments and working hours are read after the answer.</summary>
    private static bool HasMoreToTell(IChatDirectory platform, AccountProfile profile) =>
        profile.Kind is PersonKind.Colleague or PersonKind.Guest
            && (platform.DetailsPolicy is AccountDetailsPolicy.Always || platform.Departments is DepartmentSource.Groups);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Platform} does not say now who someone is: {Reason}")]
        public static partial void NotTold(ILogger logger, string platform, string reason);
    }
}
