using System.Text;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Commands;

/// <summary>Slash commands. The answer travels in the HTTP response, so that it arrives whatever the Web API does.</summary>
public sealed class SlashCommands(SlackTeam team, CommandRouter router, SlackForms forms)
{
    /// <summary>A verified body: a form.</summary>
    public async Task<IResult> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (SlashCommand.Parse(Encoding.UTF8.GetString(body.Span)) is not { } command)
        {
            return TypedResults.BadRequest();
        }

        return await HandleAsync(command, cancellationToken) is { } answer
            ? TypedResults.Json(answer, SlackJson.Wire.ResponseUrlMessage)
            : TypedResults.Ok();
    }

    private async Task<ResponseUrlMessage?> HandleAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        if (await team.FindAsync(command.TeamId, cancellationToken) is not { } workspace)
        {
            return Draw(new ChatReply.Answer(team.Refusal));
        }

        var text = SlackText.Read(command.Text);
        var reply = await router.HandleAsync(
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
                open.Form, command.TriggerId, workspace, new SlackReplyAddress { User = command.UserId, Channel = command.ChannelId }, cancellationToken) =>
                Draw(SlackForms.Instead(open.Form)),
            _ => null,
        };
    }

    private static ResponseUrlMessage Draw(ChatReply.Answer answer)
    {
        var drawn = BlockKitRenderer.Render(answer.Message, answer.Accounts);
        return new ResponseUrlMessage { Text = drawn.Text, Blocks = drawn.Blocks };
    }
}
