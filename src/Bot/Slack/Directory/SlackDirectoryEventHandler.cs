using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Slack.Events;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Applies changes to people and groups. Events may arrive late, twice or out of order.</summary>
public sealed class SlackDirectoryEventHandler(SlackDirectory directory, DirectoryImporter importer)
{
    public Task HandleAsync(Workspace workspace, DirectoryEvent told, CancellationToken cancellationToken) => told switch
    {
        { User: { } user } =>
            importer.HandleAccountChangedAsync(directory, workspace, SlackProfileMapper.Of(user, workspace.ExternalId), cancellationToken),
        { Subteam: { } group } => importer.HandleGroupChangedAsync(directory, workspace, group.Id, group.Handle, cancellationToken),
        { SubteamId: { } id } => importer.HandleGroupChangedAsync(directory, workspace, id, handle: null, cancellationToken),
        _ => Task.CompletedTask,
    };
}
