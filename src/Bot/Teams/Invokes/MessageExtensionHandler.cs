using System.Text.Json;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// Handles the message extension:
/// https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
/// </summary>
public sealed class MessageExtensionHandler(DialogInvokeHandler dialogs, TeamsIdentityResolver identities)
{
    /// <summary>In a message's menu: opens the form to thank its author.</summary>
    public const string ForMessage = ThanksForm.ForMessage;

    /// <summary>In the compose box: opens the empty form.</summary>
    public const string SayThanks = "say_thanks";

    public async Task<TeamsEndpointResult> FetchAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken) => Read(
        activity) switch
    {
        { CommandId: ForMessage, MessagePayload: { } message } => await dialogs.OpenAsync(
            workspace,
            activity,
            new ChatInput.Shortcut(ForMessage, await ToPostAsync(workspace, activity, message, cancellationToken)),
            cancellationToken),
        { CommandId: SayThanks } =>
            await dialogs.OpenAsync(workspace, activity, new ChatInput.Command("thanks", IncomingText.Of("")), cancellationToken),
        _ => TeamsEndpointResult.NotImplemented,
    };

    /// <summary>Teams sends the author's Entra id, but its own ids of other people, which are resolved.</summary>
    private async Task<ChatPost> ToPostAsync(
        Workspace workspace,
        Activity activity,
        MessagePayload message,
        CancellationToken cancellationToken)
    {
        var author = message.From?.User?.Id;
        if (author is ['2', '9', ':', ..])
        {
            var named = await identities.ResolveMentionsAsync(
                workspace,
                activity,
                new IncomingText([new IncomingSpan.Mention(author, message.From!.User!.DisplayName)]),
                cancellationToken);
            author = named.Spans is [IncomingSpan.Mention known] ? known.ExternalId : null;
        }

        if (author is not null)
        {
            await identities.ImportUnknownAccountsAsync(workspace, [author], cancellationToken);
        }

        return message.ToPost(author);
    }

    private static MessagingExtensionAction? Read(Activity activity)
    {
        try
        {
            return activity.Value?.Deserialize(TeamsJson.Wire.MessagingExtensionAction);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
