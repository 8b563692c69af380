using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>
/// A chat platform that can say who belongs to a workspace. One leaf implements one. Every method throws <see cref="PlatformException"/>
/// when the platform refuses, or wants to be asked later.
/// </summary>
public interface IChatDirectory
{
    /// <summary>The platform's name, as in <see cref="IChatPlatform.Name"/>.</summary>
    string Name { get; }

    /// <summary>True when an account that it will never tell about belongs to another organisation.</summary>
    bool AreUnseenStrangers { get; }

    /// <summary>Where it keeps departments.</summary>
    DepartmentSource Departments { get; }

    /// <summary>When <see cref="ReadDetailsAsync"/> has anything to say.</summary>
    AccountDetailsPolicy DetailsPolicy { get; }

    /// <summary>The workspaces that it serves now; waits until that is known.</summary>
    Task<IReadOnlyList<Workspace>> WorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>A page of everybody with an account.</summary>
    Task<DirectoryPage> ReadPageAsync(Workspace workspace, string? cursor, CancellationToken cancellationToken);

    /// <summary>One account; null when the platform will never tell about it.</summary>
    Task<AccountProfile?> ReadAccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken);

    /// <summary>Every group with its members, those switched off too.</summary>
    Task<IReadOnlyList<AccountGroup>> ReadGroupsAsync(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>What each of some accounts' own pages says, by account; those of whom it will never tell are left out.</summary>
    Task<IReadOnlyDictionary<string, AccountDetails>> ReadDetailsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken);
}

/// <summary>Some of the accounts of a workspace.</summary>
/// <param name="Accounts">In no particular order.</param>
/// <param name="Next">Where the next page starts; null when there is none.</param>
public sealed record DirectoryPage(ImmutableArray<AccountProfile> Accounts, string? Next);
