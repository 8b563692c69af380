using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>
/// A chat platform that can list the accounts of a workspace. Each leaf implements at most one. Every method throws <see
/// cref="PlatformException"/> when the platform refuses or asks to be called later.
/// </summary>
public interface IChatDirectory
{
    /// <summary>The platform's name, as in <see cref="IChatPlatform.Name"/>.</summary>
    string Name { get; }

    /// <summary>How the platform stores departments.</summary>
    DepartmentSource Departments { get; }

    /// <summary>When <see cref="ReadDetailsAsync"/> returns anything.</summary>
    AccountDetailsPolicy DetailsPolicy { get; }

    /// <summary>Returns the workspaces that the platform serves now. Waits until they are known.</summary>
    Task<IReadOnlyList<Workspace>> WorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>Returns one page of all accounts.</summary>
    /// <param name="workspace">The workspace to read.</param>
    /// <param name="cursor">Where the page starts, from <see cref="DirectoryPage.Next"/>; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<DirectoryPage> ReadPageAsync(Workspace workspace, string? cursor, CancellationToken cancellationToken);

    /// <summary>Returns one account; null when the platform will never provide it.</summary>
    Task<AccountProfile?> ReadAccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken);

    /// <summary>Returns every group with its members, including disabled groups.</summary>
    Task<IReadOnlyList<AccountGroup>> ReadGroupsAsync(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the details of these accounts, by account id. Accounts that the platform will never describe are left out.
    /// </summary>
    Task<IReadOnlyDictionary<string, AccountDetails>> ReadDetailsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken);
}

/// <summary>Some of the accounts of a workspace.</summary>
/// <param name="Accounts">The accounts, in no particular order.</param>
/// <param name="Next">Where the next page starts; null on the last page.</param>
public sealed record DirectoryPage(ImmutableArray<AccountProfile> Accounts, string? Next);
