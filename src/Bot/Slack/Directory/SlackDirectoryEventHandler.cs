using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Slack.Events;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>People and groups as they change. Events may come late, twice or in another order; none of that matters.</summary>
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
