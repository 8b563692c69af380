using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// Decides whether a person is an administrator of the workspace or the organisation, from the platform and the settings.
/// </summary>
public sealed class Administrators(
    IEnumerable<IChatDirectory> directories,
    IAccountStore accounts,
    IOptions<OrganisationOptions> organisation,
    TimeProvider clock)
{
    // Platforms wait three seconds for an answer, so this must be faster.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Asks the platform each time. Null when it doesn't answer in time. Without a directory, the stored e-mail address decides.
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
            return profile is { IsActive: true } && (profile.IsAdministrator || organisation.Value.IsAdministrator(profile.Email));
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

    /// <summary>Returns the platform's last known answer, for pages that are drawn often and can't wait.</summary>
    public async Task<bool> IsKnownAdministratorAsync(Person person, CancellationToken cancellationToken) =>
        organisation.Value.IsAdministrator(person.Email)
        || (await accounts.GetAccountsAsync([person.Id], cancellationToken)).Any(identity =>
            identity is { IsActive: true, IsAdministrator: true });
}
