using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Slack.Events;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>People and groups as they change. Events may come late, twice or in another order; none of that matters.</summary>
public sealed class SlackDirectoryEvents(SlackDirectory directory, DirectoryIntake intake)
{
    public Task HandleAsync(Workspace workspace, DirectoryEvent told, CancellationToken cancellationToken) => told switch
    {
        { User: { } user } => intake.HearOfAsync(directory, workspace, SlackProfile.Of(user, workspace.ExternalId), cancellationToken),
        { Subteam: { } group } => intake.HearOfGroupAsync(directory, workspace, group.Id, group.Handle, cancellationToken),
        { SubteamId: { } id } => intake.HearOfGroupAsync(directory, workspace, id, handle: null, cancellationToken),
        _ => Task.CompletedTask,
    };
}
