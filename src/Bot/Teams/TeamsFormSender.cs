using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams;

/// <summary>Sends forms as cards into the conversation, where dialogs can't be opened.</summary>
public sealed partial class TeamsFormSender(TeamsReplySender sender, ReplyOutbox replies, ILogger<TeamsFormSender> logger)
{
    /// <summary>
    /// Sends the form. <paramref name="once"/> identifies this copy. If Teams rejects it, the outbox sends instructions for doing it
    /// without the form.
    /// </summary>
    public async Task SendAsync(
        Workspace workspace,
        TeamsReplyAddress address,
        ChatForm form,
        string once,
        CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(
                workspace,
                address,
                TeamsMessages.Of(FormCard.Render(form, once), form.Title),
                replacesCard: false,
                cancellationToken);
        }
        catch (Exception exception) when (exception is ConnectorException or PlatformException)
        {
            Log.NotSent(logger, form.Form, exception.Message);
            await replies.AddAsync(workspace, address.Encode(), Instead(form), cancellationToken);
        }
    }

    private static ChatReply.Answer Instead(ChatForm form)
    {
        var first = ChatText.Of(form.InOneLine is { } line
            ? $"I could not show the form. In one line it works too: {line}"
            : "I could not show the form. Please try once more.");
        return new ChatReply.Answer(form.OpenedBy is { } button
            ? ChatMessage.Of(new ChatBlock.Paragraph(first), new ChatBlock.Buttons([button]))
            : ChatMessage.Of(first));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The form {Form} wasn't sent: {Reason}")]
        public static partial void NotSent(ILogger logger, string form, string reason);
    }
}
