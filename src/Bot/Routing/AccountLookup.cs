using System.Collections.Concurrent;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Routing;

/// <summary>
/// Asks a platform about unknown accounts that someone named. Each request has its own lookup, which asks only once about each account,
/// however often the request runs again.
/// </summary>
/// <param name="directory">The platform's directory; null when it has none.</param>
/// <param name="logger">Logs lookups that failed.</param>
public sealed partial class AccountLookup(IChatDirectory? directory, ILogger logger)
{
    // Platforms wait three seconds of real time for an answer. The request itself needs most of them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AccountProfile> told = new(StringComparer.Ordinal);

    /// <summary>Asks about all accounts at once and waits one second at most.</summary>
    /// <returns>The profiles that have arrived by then, from this call or an earlier one.</returns>
    public async Task<IReadOnlyList<AccountProfile>> ReadAsync(
        Workspace workspace, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        if (directory is not null && externalIds.Where(asked.Add).ToList() is [_, ..] unasked)
        {
            await AskAsync(directory, workspace, unasked, cancellationToken);
        }

        return [.. externalIds.Select(externalId => told.GetValueOrDefault(externalId)).OfType<AccountProfile>()];
    }

    /// <summary>True when the platform was asked about the account and didn't answer in time.</summary>
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
            // If the platform doesn't show the account, asking again changes nothing.
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
            // It took too long. The caller sees that this profile is missing.
        }
    }

    /// <summary>Departments and working hours are read later, after the request has been answered.</summary>
    private static bool HasMoreToTell(IChatDirectory platform, AccountProfile profile) =>
        profile.Kind is PersonKind.Colleague or PersonKind.Guest
            && (platform.DetailsPolicy is AccountDetailsPolicy.Always || platform.Departments is DepartmentSource.Groups);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Platform} couldn't say who someone is: {Reason}")]
        public static partial void NotTold(ILogger logger, string platform, string reason);
    }
}
