using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Routing;

/// <summary>Finds the feature for an input and runs it. Only that feature's class is constructed.</summary>
public sealed class CommandRouter(RouteTable routes, IServiceProvider scope)
{
    /// <summary>
    /// Returns the feature's answer. A sentence that starts with a command's name is treated as that command; "/relate me" becomes the
    /// command "relate me".
    /// </summary>
    public Task<ChatReply> RouteAsync(ChatContext context, ChatInput input, CancellationToken cancellationToken)
    {
        var meant = input is ChatInput.Message message && CommandWords.ToCommand(message.Text, routes) is { Name.Length: > 0 } said
            ? said
            : input;
        if (meant is ChatInput.Command { Name: CommandWords.Umbrella } umbrella)
        {
            meant = CommandWords.ToSubcommand(umbrella);
        }

        return routes.Find(meant).RunAsync(scope, context, meant, cancellationToken);
    }
}
