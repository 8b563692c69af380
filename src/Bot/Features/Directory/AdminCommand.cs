using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary><c>/relate admin sync</c>. Whether somebody may is asked anew each time, of the platform and of the settings.</summary>
public sealed class AdminCommand(
    IEnumerable<IChatDirectory> directories, IAccounts accounts, DirectorySyncs syncs, IOptions<OrganisationOptions> organisation, TimeProvider clock)
{
    // The answer itself must leave within the three seconds that platforms wait for one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        new ChatReply.Answer(Words(command.Text) is ["sync"] ? await SyncAsync(context, cancellationToken) : DirectoryMessages.Usage());

    private async Task<ChatMessage> SyncAsync(ChatContext context, CancellationToken cancellationToken)
    {
        var workspace = context.Workspace;
        if (directories.FirstOrDefault(directory => directory.Name == workspace.Platform) is not { } directory)
        {
            return DirectoryMessages.NoDirectory();
        }

        switch (await MayAsync(context, directory, cancellationToken))
        {
            case null:
                return DirectoryMessages.Unsure();
            case false:
                return DirectoryMessages.NotAllowed();
        }

        var sync = await syncs.GetAsync(workspace, cancellationToken);
        return sync.TryBegin(clock.GetUtcNow(), context.Sender.Id) ? DirectoryMessages.Begun(workspace.Name) : DirectoryMessages.AtIt(workspace.Name, sync.Changes);
    }

    /// <summary>Null when the platform does not say in time.</summary>
    private async Task<bool?> MayAsync(ChatContext context, IChatDirectory directory, CancellationToken cancellationToken)
    {
        var here = await accounts.HereAsync(context.Workspace, [context.Sender.Id], cancellationToken);
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

    private static string[] Words(IncomingText text) => text.Spans is [IncomingSpan.Words { Text: var words }]
        ? words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        : [];
}
