using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Events;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Applies changes to people and groups. Events may arrive late, twice or out of order.</summary>
public sealed class SlackDirectoryEventHandler(SlackDirectory directory, DirectoryImporter importer)
{
    public Task HandleAsync(Workspace workspace, DirectoryEvent told, CancellationToken cancellationToken) => told switch
    {
        { User: { } user } => HandleAsync(workspace, user, cancellationToken),
        { Subteam: { } group } => importer.HandleGroupChangedAsync(directory, workspace, group.Id, group.Handle, cancellationToken),
        { SubteamId: { } id } => importer.HandleGroupChangedAsync(directory, workspace, id, handle: null, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>Some events contain only part of the user. RelateBot asks for the rest soon.</summary>
    private async Task HandleAsync(Workspace workspace, SlackUser user, CancellationToken cancellationToken) =>
        await importer.HandleAccountChangedAsync(
            directory,
            workspace,
            await directory.ToProfileAsync(workspace, user, cancellationToken) with { IsPartial = SlackProfileMapper.IsPartial(user) },
            cancellationToken);
}
