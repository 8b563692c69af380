using System.Text;
using System.Text.Json;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Forms;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Bot.Slack.Text;

namespace RelateBot.Bot.Slack.Commands;

/// <summary>Handles slash commands. The answer is in the HTTP response, so it arrives even when the Web API fails.</summary>
public sealed class SlashCommandHandler(ISlackTeams teams, RequestPipeline pipeline, SlackFormOpener forms)
{
    /// <summary>Handles a verified form body.</summary>
    public Task<SlackEndpointResult> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        ReceiveAsync(SlashCommand.Parse(Encoding.UTF8.GetString(body.Span)), cancellationToken);

    /// <summary>Handles the same fields from a socket, as a JSON object.</summary>
    public Task<SlackEndpointResult> ReceiveAsync(JsonElement payload, CancellationToken cancellationToken) =>
        ReceiveAsync(SlashCommand.Read(payload), cancellationToken);

    private async Task<SlackEndpointResult> ReceiveAsync(SlashCommand? command, CancellationToken cancellationToken)
    {
        if (command is null)
        {
            return SlackEndpointResult.BadRequest;
        }

        return await HandleAsync(command, cancellationToken) is { } answer
            ? SlackEndpointResult.Of(answer, SlackJson.Wire.ResponseUrlMessage)
            : SlackEndpointResult.Ok;
    }

    private async Task<ResponseUrlMessage?> HandleAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        if (await teams.FindAsync(command.TeamId, command.EnterpriseId, cancellationToken) is not { } workspace)
        {
            return Draw(new ChatReply.Answer(teams.Refusal));
        }

        var text = SlackText.Read(command.Text);
        var reply = await pipeline.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(command.UserId, command.UserName),
                Input = new ChatInput.Command(command.Command[1..].ToLowerInvariant(), text),
                DeliveryKeys = [$"trigger:{command.TriggerId}"],
            },
            cancellationToken);
        return reply switch
        {
            ChatReply.Answer answer => Draw(answer),
            ChatReply.OpenForm open when !await forms.TryOpenAsync(
                workspace,
                open.Form,
                command.TriggerId,
                new SlackReplyAddress { User = command.UserId, Channel = command.ChannelId },
                cancellationToken) =>
                Draw(SlackFormOpener.FallbackFor(open.Form)),
            _ => null,
        };
    }

    private static ResponseUrlMessage Draw(ChatReply.Answer answer)
    {
        var drawn = BlockKitRenderer.Render(answer.Message, answer.Accounts);
        return new ResponseUrlMessage { Text = drawn.Text, Blocks = drawn.Blocks };
    }
}
