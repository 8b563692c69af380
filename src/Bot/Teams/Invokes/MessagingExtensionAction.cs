namespace RelateBot.Bot.Teams.Invokes;

/// <summary>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#payload-properties-when-a-dialog-is-invoked-from-a-message</summary>
/// <param name="CommandId">As the manifest has it.</param>
/// <param name="MessagePayload">The message in whose menu it was chosen, if any.</param>
public sealed record MessagingExtensionAction(string? CommandId, MessagePayload? MessagePayload);
