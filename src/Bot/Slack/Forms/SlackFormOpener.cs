using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Forms;

/// <summary>Opens forms as modals within the trigger's lifetime of three seconds.</summary>
public sealed partial class SlackFormOpener(SlackApi api, FormStateProtector protector, TimeProvider clock, ILogger<SlackFormOpener> logger)
{
    // The answer to the request must also be sent within these three seconds.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>Opens the form. False when it didn't open in time.</summary>
    public async Task<bool> TryOpenAsync(
        Workspace workspace,
        ChatForm form,
        string triggerId,
        SlackReplyAddress origin,
        CancellationToken cancellationToken)
    {
        var metadata = protector.Protect(
            new FormOrigin(form.State, origin.Channel),
            new FormRecipient(workspace.ExternalId, origin.User, form.Form));
        using var tooLate = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            await api.For(workspace).OpenViewAsync(new ViewsOpenRequest(triggerId, ModalRenderer.Render(form, metadata)), either.Token);
            return true;
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException)
        {
            Log.NotOpened(logger, form.Form, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotOpened(logger, form.Form, "no answer in time");
        }

        return false;
    }

    /// <summary>The message that the person gets instead.</summary>
    public static ChatReply.Answer FallbackFor(ChatForm form)
    {
        var first = ChatText.Of(form.InOneLine is { } line
            ? $"I could not open the form. In one line it works too: {line}"
            : "I could not open the form. Please try once more.");
        return new ChatReply.Answer(form.OpenedBy is { } button
            ? ChatMessage.Of(new ChatBlock.Paragraph(first), new ChatBlock.Buttons([button]))
            : ChatMessage.Of(first));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The form {Form} did not open: {Reason}")]
        public static partial void NotOpened(ILogger logger, string form, string reason);
    }
}
