using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// Dispatches activities that need a response: card buttons, dialogs and the message extension.
/// https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics#invoke-activities
/// </summary>
public sealed class TeamsInvokeDispatcher(
    CardInvokeHandler cards,
    DialogInvokeHandler dialogs,
    MessageExtensionHandler extension,
    SearchInvokeHandler search)
{
    public Task<TeamsEndpointResult> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken) =>
        activity.Name switch
        {
            "adaptiveCard/action" => cards.ActAsync(workspace, activity, cancellationToken),
            "task/fetch" => dialogs.FetchAsync(workspace, activity, cancellationToken),
            "task/submit" or "composeExtension/submitAction" => dialogs.SubmitAsync(workspace, activity, cancellationToken),
            "composeExtension/fetchTask" => extension.FetchAsync(workspace, activity, cancellationToken),
            "composeExtension/query" => search.QueryAsync(workspace, activity, cancellationToken),
            _ => Task.FromResult(TeamsEndpointResult.NotImplemented),
        };
}
