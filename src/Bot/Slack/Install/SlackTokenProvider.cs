using System.Security.Cryptography;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// Provides an installation's token and renews it shortly before it expires. A refresh token works once, so a lease in the database decides
/// which host renews it. The others use the old token while it is valid.
/// </summary>
public sealed partial class SlackTokenProvider(
    OrganisationScope organisations,
    SlackOAuth oauth,
    TokenProtector tokenProtector,
    TimeProvider clock,
    ILogger<SlackTokenProvider> logger)
{
    /// <summary>Tokens are valid for twelve hours. An hour leaves time to retry after errors.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromHours(1);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private const int Looks = 40;

    public async ValueTask<SlackAccess> CurrentAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            var installation = await ReadAsync(workspace, cancellationToken);
            var left = installation.TokenExpiresAt - clock.GetUtcNow() ?? TimeSpan.MaxValue;
            if (left > RenewBefore)
            {
                return Open(installation);
            }

            if (await TryBeginAsync(installation, cancellationToken) && await TryRenewAsync(installation))
            {
                continue;
            }

            if (left > TimeSpan.Zero)
            {
                return Open(installation);
            }

            // Real time, because another request is fetching the token meanwhile and no test moves its clock.
            await Task.Delay(LookAgain, cancellationToken);
        }

        throw new PlatformException("Slack's token has expired and couldn't be renewed yet.");
    }

    private async Task<Installation> ReadAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await organisations.RunAsync(
            workspace.OrganisationId,
            (InstallationStore store, CancellationToken token) => store.OfWorkspaceAsync(workspace.Id, token),
            cancellationToken)
            ?? throw new PlatformException("The app was removed from this workspace.", isPermanent: true);

    private SlackAccess Open(Installation installation)
    {
        try
        {
            return new SlackAccess(tokenProtector.Unprotect(installation.Id, installation.Token!), installation.IsOrgWide);
        }
        catch (CryptographicException exception)
        {
            throw new PlatformException(
                "The token can't be decrypted: the certificate or key file of Protection isn't the one it was encrypted with.",
                inner: exception);
        }
    }

    /// <summary>Tries to get the lease. False when another host is renewing the token or has renewed it.</summary>
    private Task<bool> TryBeginAsync(Installation read, CancellationToken cancellationToken) => TryChangeAsync(
        read,
        installation => installation.Version == read.Version && installation.TryBeginRefresh(clock.GetUtcNow(), Lease),
        cancellationToken);

    private async Task<bool> TryRenewAsync(Installation read)
    {
        // The old refresh token is used up, so the answer must be stored even if the request is cancelled.
        try
        {
            return await TryChangeAsync(read, async installation =>
            {
                var answer = await oauth.RefreshAsync(tokenProtector.Unprotect(read.Id, installation.RefreshToken!),
                    CancellationToken.None);
                installation.Renew(
                    tokenProtector.Protect(read.Id, answer.AccessToken),
                    answer.RefreshToken is { } next ? tokenProtector.Protect(read.Id, next) : null,
                    answer.ExpiresIn is { } seconds ? clock.GetUtcNow().AddSeconds(seconds) : null);
                return true;
            }, CancellationToken.None);
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException or CryptographicException)
        {
            Log.NotRenewed(logger, read.Id, exception.Message);
            return false;
        }
    }

    private Task<bool> TryChangeAsync(Installation read, Func<Installation, bool> change, CancellationToken cancellationToken) =>
        TryChangeAsync(read, installation => Task.FromResult(change(installation)), cancellationToken);

    private async Task<bool> TryChangeAsync(Installation read, Func<Installation, Task<bool>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await organisations.CommitAsync(
                read.OrganisationId,
                async (InstallationStore store, CancellationToken token) =>
                    await store.FindAsync(read.Id, token) is { EndedAt: null } installation && await change(installation),
                cancellationToken);
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Error,
            Message = "The token of installation {InstallationId} couldn't be renewed: {Reason}. "
                + "If this continues, install the app again")]
        public static partial void NotRenewed(ILogger logger, Guid installationId, string reason);
    }
}
