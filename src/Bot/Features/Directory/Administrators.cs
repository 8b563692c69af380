using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Whether somebody looks after the workspace or the organisation, by the platform and by the settings.</summary>
public sealed class Administrators(
    IEnumerable<IChatDirectory> directories,
    IAccountStore accounts,
    IOptions<OrganisationOptions> organisation,
    TimeProvider clock)
{
    // The answer itself must leave within the three seconds that platforms wait for one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Asked anew each time. Null when the platform does not say in time. Where a workspace has no directory, the address that we know
    /// decides.
    /// </summary>
    public async Task<bool?> IsSenderAdministratorAsync(ChatContext context, CancellationToken cancellationToken)
    {
        if (directories.FirstOrDefault(directory => directory.Name == context.Workspace.Platform) is not { } directory)
        {
            return organisation.Value.IsAdministrator(context.Sender.Email);
        }

        var here = await accounts.GetWorkspaceAccountsAsync(context.Workspace, [context.Sender.Id], cancellationToken);
        using var tooLate = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            var profile = await directory.ReadAccountAsync(context.Workspace, here[context.Sender.Id], either.Token);
            return profile is { IsActive: not false }
                && (profile.IsAdministrator is true || organisation.Value.IsAdministrator(profile.Email));
        }
        catch (PlatformException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>As the platform said last, for a page that is drawn often and has no time to ask.</summary>
    public async Task<bool> IsKnownAdministratorAsync(Person person, CancellationToken cancellationToken) =>
        organisation.Value.IsAdministrator(person.Email)
        || (await accounts.GetAccountsAsync([person.Id], cancellationToken)).Any(identity =>
            identity is { IsActive: true, IsAdministrator: true });
}
